// The web apps ask the server something every few seconds, whether anybody is there or not, so to ask is no sign of life: a
// key or a click is, and our server hears of it here. Before the session ends it is said, as on our own pages.
import {asked, watchSession} from '../../../../assets/session.js';
import {house} from './redress.js';

const stay = `${house}/session/stay`;
const PAUSE = 60 * 1000;
const PAUSE_SIGNED_OUT = 5 * 1000;

let next = 0;
let watching = false;

async function alive() {
  if (Date.now() < next) {
    return;
  }
  next = Date.now() + PAUSE;
  try {
    const answer = await fetch(stay, {headers: {Accept: 'application/json'}, redirect: 'error'});
    const {seconds} = await answer.json();
    asked();
    if (!watching) {
      watching = true;
      watchSession(seconds, stay, {
        words: 'What you typed is kept. Sign in again to go on with it.',
        button: 'Sign in',
        act: () => location.reload()
      });
    }
  } catch (signedOut) {
    next = Date.now() + PAUSE_SIGNED_OUT;
  }
}

for (const kind of ['keydown', 'pointerdown']) {
  document.addEventListener(kind, alive, true);
}
// after signing in the web app goes on to another place
addEventListener('hashchange', () => {
  if (!watching) {
    next = 0;
    alive();
  }
});
alive();

export default [];
