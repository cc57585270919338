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

// A session ends when nobody has asked for anything for a while. Some minutes before, the page asks whether its reader is
// still there. Whoever misses it loses nothing: what is sent later waits until they have signed in again.
const seconds = Number(document.body.dataset.sessionSeconds);
const WARN_BEFORE = 5 * 60;
const LAST = 'redress-last-asked';
if (seconds) {
  const base = document.body.dataset.base;
  const warnAfter = Math.max(seconds - WARN_BEFORE, seconds / 2);
  let dialog = null;

  // another tab may have asked for something since
  const idle = () => (Date.now() - Number(localStorage.getItem(LAST))) / 1000;
  const asked = () => localStorage.setItem(LAST, String(Date.now()));

  const add = (to, tag, text, className) => {
    const made = document.createElement(tag);
    made.textContent = text;
    made.className = className || '';
    to.append(made);
    return made;
  };

  const warn = () => {
    dialog = document.createElement('dialog');
    dialog.className = 'redress-dialog';
    dialog.setAttribute('role', 'alertdialog');
    dialog.setAttribute('aria-labelledby', 'session-title');
    dialog.setAttribute('aria-describedby', 'session-words');
    add(dialog, 'h2', 'You will be signed out soon', 'govuk-heading-m').id = 'session-title';
    add(dialog, 'p', '', 'govuk-body').id = 'session-words';
    const stay = add(dialog, 'button', 'Stay signed in', 'govuk-button');
    stay.type = 'button';
    stay.addEventListener('click', async () => {
      try {
        const answer = await fetch(`${base}/session/stay`, {redirect: 'error'});
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        asked();
        close();
      } catch (tooLate) {
        gone();
      }
    });
    document.body.append(dialog);
    dialog.showModal();
  };

  const close = () => {
    if (dialog) {
      dialog.close();
      dialog.remove();
      dialog = null;
    }
  };

  const gone = () => {
    dialog.querySelector('h2').textContent = 'You have been signed out';
    dialog.querySelector('p').textContent = 'What you typed is still on this page. Send it as usual: you will be asked to sign in, and can send it again then.';
    const button = dialog.querySelector('button');
    button.replaceWith(button.cloneNode());
    const go = dialog.querySelector('button');
    go.textContent = 'Back to the page';
    go.addEventListener('click', () => {
      dialog.close();
      clearInterval(watch);
    });
  };

  asked();
  const watch = setInterval(() => {
    const left = seconds - idle();
    if (left > seconds - warnAfter) {
      close();
    } else if (left <= 0) {
      if (!dialog) {
        warn();
      }
      if (dialog.querySelector('h2').textContent !== 'You have been signed out') {
        gone();
      }
    } else {
      if (!dialog) {
        warn();
      }
      const minutes = Math.ceil(left / 60);
      const words = `You have not done anything for a while. For safety you will be signed out in ${minutes === 1 ? 'a minute' : minutes + ' minutes'}. What you typed is not lost by that.`;
      const place = dialog.querySelector('p');
      if (place.textContent !== words) {
        place.textContent = words;
      }
    }
  }, 1000);
}
