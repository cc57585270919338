// Nothing here is needed to use a page. It leads the eye to what must be put right, and keeps a double click from
// sending a form twice.
const summary = document.querySelector('[data-focus-me]');
if (summary) {
  summary.focus();
}
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'yes';
  });
}
addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
