import {watchSession} from './session.js';

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

const seconds = Number(document.body.dataset.sessionSeconds);
if (seconds) {
  watchSession(seconds, `${document.body.dataset.base}/session/stay`, {
    words: 'What you typed is still on this page. Send it as usual: you will be asked to sign in, and can send it again then.',
    button: 'Back to the page'
  });
}
