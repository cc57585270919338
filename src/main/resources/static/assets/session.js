// A session ends when nobody has asked for anything for a while. Some minutes before, the page asks whether its reader is
// still there. Whoever misses it loses nothing: what is sent later waits until they have signed in again.

const WARN_BEFORE = 5 * 60;
const LAST = 'redress-last-asked';

/** Something was asked of the server, so the session begins to count anew; other tabs hear of it too. */
export function asked() {
  localStorage.setItem(LAST, String(Date.now()));
}

/**
 * Watches a session that lasts so many seconds after the last question.
 *
 * @param stay the address to ask in order to stay signed in
 * @param over what to say and do when it has ended: {words, button, act}
 */
export function watchSession(seconds, stay, over) {
  const warnAfter = Math.max(seconds - WARN_BEFORE, seconds / 2);
  let dialog = null;

  // another tab may have asked for something since
  const idle = () => (Date.now() - Number(localStorage.getItem(LAST))) / 1000;

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
    const button = add(dialog, 'button', 'Stay signed in', 'govuk-button');
    button.type = 'button';
    button.addEventListener('click', async () => {
      try {
        const answer = await fetch(stay, {redirect: 'error'});
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
    dialog.dataset.gone = 'yes';
    dialog.querySelector('h2').textContent = 'You have been signed out';
    dialog.querySelector('p').textContent = over.words;
    const button = dialog.querySelector('button');
    button.replaceWith(button.cloneNode());
    const go = dialog.querySelector('button');
    go.textContent = over.button;
    go.addEventListener('click', () => {
      clearInterval(watch);
      close();
      if (over.act) {
        over.act();
      }
    });
  };

  asked();
  const watch = setInterval(() => {
    const left = seconds - idle();
    if (left > seconds - warnAfter) {
      close();
      return;
    }
    if (!dialog) {
      warn();
    }
    if (left <= 0) {
      if (!dialog.dataset.gone) {
        gone();
      }
      return;
    }
    const minutes = Math.ceil(left / 60);
    const words = `You have not done anything for a while. For safety you will be signed out in ${minutes === 1 ? 'a minute' : minutes + ' minutes'}. What you typed is not lost by that.`;
    const place = dialog.querySelector('p');
    if (place.textContent !== words) {
      place.textContent = words;
    }
  }, 1000);
}
