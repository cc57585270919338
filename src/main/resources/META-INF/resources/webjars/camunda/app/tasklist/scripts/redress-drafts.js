// What somebody types into a form is kept on our server while they type, for them alone, and is there again when they open
// the task: after a time-out, after a crash, at another machine. Tasklist itself keeps a draft only when "Save" is clicked,
// in the browser, where the next person at the machine could read it; here it never goes there.
import {house} from './redress.js';

const KEY = /^camunda-form:(.+)$/;
const AFTER = 800;

/** Drafts that could not be brought to the server yet: task -> {owner, text}. In this page's memory and nowhere else. */
const waiting = new Map();

let root = null;
let guard = null;
let shown = null;
let timer = null;
let lastKept = null;

const door = task => `${house}/api/drafts/${encodeURIComponent(task)}`;

let last = null;

/** Whose form is on the screen. When the session ends, Tasklist forgets who it was before it hands over what was typed. */
function me() {
  last = (root && root.authentication && root.authentication.name) || last;
  return last;
}

/** Tasklist asks for a draft in the middle of opening a form and waits for no promise, so neither can this. */
function read(task) {
  const own = waiting.get(task);
  if (own && own.owner === me()) {
    keep(task, own.text);
    return own.text;
  }
  const request = new XMLHttpRequest();
  request.open('GET', door(task), false);
  try {
    request.send();
  } catch (offline) {
    return null;
  }
  guard = request.getResponseHeader('X-CSRF-TOKEN') || guard;
  lastKept = null;
  return request.status === 200 && request.responseText !== '{}' ? request.responseText : null;
}

async function send(method, task, text) {
  return fetch(door(task), {
    method,
    headers: {'Content-Type': 'application/json', 'X-CSRF-TOKEN': guard || '', 'X-Requested-With': 'Tasklist'},
    body: text,
    keepalive: !text || text.length < 60000
  });
}

async function keep(task, text) {
  waiting.set(task, {owner: me(), text});
  try {
    let answer = await send('PUT', task, text);
    if (answer.status === 403) {
      // a new session has a new guard
      const fresh = await fetch(door(task), {headers: {'X-Requested-With': 'Tasklist'}});
      guard = fresh.headers.get('X-CSRF-TOKEN') || guard;
      // a step that is gone has no draft and hands out no guard
      answer = fresh.status === 404 ? fresh : await send('PUT', task, text);
    }
    if (answer.ok) {
      const still = waiting.get(task);
      if (still && still.text === text) {
        waiting.delete(task);
      }
      say(task, 'What you typed is kept. It is here again when you open this task.');
    } else if (answer.status === 404) {
      // done, put back, or given to somebody else meanwhile
      waiting.delete(task);
      say(task, 'This step is not in your hands any more, so what you typed is not kept. Copy what you still need.');
    } else {
      say(task, 'What you typed is not kept yet, because you are signed out. Leave this page open, sign in in another tab, and go on here.');
    }
  } catch (offline) {
    say(task, 'What you typed is not kept yet, because Redress cannot be reached. Leave this page open.');
  }
}

/** One quiet line under the form. */
function say(task, words) {
  const form = document.querySelector('.fjs-form');
  if (task !== shown || !form) {
    return;
  }
  let line = document.querySelector('.redress-kept');
  if (!line) {
    line = document.createElement('p');
    line.className = 'redress-kept';
    line.setAttribute('role', 'status');
    form.closest('.fjs-container').after(line);
  }
  if (line.textContent !== words) {
    line.textContent = words;
  }
}

const storage = Storage.prototype;
const {getItem, setItem, removeItem} = storage;
storage.getItem = function(name) {
  const found = KEY.exec(name);
  return found ? read(found[1]) : getItem.call(this, name);
};
storage.setItem = function(name, value) {
  const found = KEY.exec(name);
  if (found) {
    keep(found[1], value);
  } else {
    setItem.call(this, name, value);
  }
};
storage.removeItem = function(name) {
  const found = KEY.exec(name);
  if (!found) {
    removeItem.call(this, name);
  }
};

/**
 * The answers as the form holds them now. The form keeps them to itself; what it hands in can be asked of the service that
 * its own parts use. Asking checks nothing, so no error shows while somebody is still typing.
 */
function answersOf(container) {
  const todo = [container && container.__k];
  for (let seen = 0; todo.length && seen < 5000; seen++) {
    const node = todo.shift();
    if (!node) {
      continue;
    }
    const context = node.props && node.props.value;
    if (context && typeof context.getService === 'function') {
      const form = context.getService('form', false);
      if (form && typeof form._getSubmitData === 'function') {
        return form._getSubmitData();
      }
    }
    todo.push(...(Array.isArray(node) ? node : node.__k || []));
  }
  return null;
}

function keepNow(task) {
  clearTimeout(timer);
  timer = null;
  const answers = task === shown ? answersOf(document.querySelector('.fjs-container')) : null;
  const text = answers && JSON.stringify(answers);
  if (text && text !== lastKept) {
    lastKept = text;
    keep(task, text);
  }
}

function keepSoon(event) {
  if (!shown || !event.target.closest) {
    return;
  }
  const typed = event.target.closest('.fjs-form, .fjs-container');
  // "Complete" may have failed because somebody was first; then what the line below the form says is no longer true
  const button = event.type === 'click' && event.target.closest('.task-card button');
  if (button && !typed) {
    lastKept = null;
  } else if (!typed) {
    return;
  }
  clearTimeout(timer);
  const task = shown;
  timer = setTimeout(() => keepNow(task), typed ? AFTER : 2 * AFTER);
}

for (const kind of ['input', 'change', 'click', 'focusout']) {
  document.addEventListener(kind, keepSoon, true);
}

// a click or key elsewhere may take the form from the screen in this very moment
for (const kind of ['pointerdown', 'keydown']) {
  document.addEventListener(kind, event => {
    if (timer && shown && !event.target.closest('.fjs-form, .fjs-container')) {
      keepNow(shown);
    }
  }, true);
}

// Where people sign in at their organisation, Tasklist's own sign-in is no use to them: the page leads to the right one.
addEventListener('hashchange', async () => {
  if (location.hash.startsWith('#/login')) {
    const answer = await fetch(location.pathname, {redirect: 'manual'});
    if (answer.type === 'opaqueredirect') {
      location.reload();
    }
  }
});

export default {
  id: 'redress-drafts',
  pluginPoint: 'tasklist.task.action',
  priority: 1,
  render: (node, params, scope) => {
    root = scope.$root;
    node.hidden = true;
    scope.$watch('task.id', id => {
      clearTimeout(timer);
      timer = null;
      shown = id || null;
      lastKept = null;
      document.querySelectorAll('.redress-kept').forEach(line => line.remove());
    });
  }
};
