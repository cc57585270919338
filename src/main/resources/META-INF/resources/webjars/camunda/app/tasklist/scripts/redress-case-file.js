// The case file beside the form of a task. It is no tab of Tasklist's own, for changing those takes the form from the screen;
// it opens at the side and leaves the form as it is, so that both can be read at once.
import {cardOf, caseOf, element, pageOf, writeDue} from './redress.js';

const BODY_CLASSES = ['filters-column-close', 'list-column-close'];
const REMEMBERED = 'redress-case-file-open';

let panel = null;
let shownTask = null;
let reference = null;
let closedByUs = [];

/** More room for form and file: the other columns step aside, and come back afterwards. */
function makeRoom(wanted) {
  if (wanted) {
    closedByUs = BODY_CLASSES.filter(name => !document.body.classList.contains(name));
    document.body.classList.add(...BODY_CLASSES);
  } else {
    document.body.classList.remove(...closedByUs);
    closedByUs = [];
  }
  document.body.classList.toggle('redress-beside', wanted);
}

function close() {
  if (panel) {
    panel.remove();
    panel = null;
    makeRoom(false);
    markTab();
  }
}

function open() {
  const column = document.querySelector('.column.task-details');
  if (panel || !column || !reference) {
    return;
  }
  panel = element('section', 'redress-case-file');
  panel.setAttribute('aria-label', 'Case file');
  const head = element('header', 'redress-case-file__head');
  head.append(element('h2', 'redress-case-file__title', 'Case file'));
  const own = element('a', 'redress-case-file__own', 'Open in a tab of its own');
  own.target = '_blank';
  own.rel = 'noopener';
  const shut = element('button', 'btn btn-default', 'Close the case file');
  shut.type = 'button';
  shut.addEventListener('click', () => {
    localStorage.removeItem(REMEMBERED);
    close();
    const link = document.querySelector('.redress-case-tab a');
    if (link) {
      link.focus();
    }
  });
  head.append(own, shut);
  const frame = element('iframe', 'redress-case-file__frame');
  frame.title = 'Case file';
  panel.append(head, frame);
  column.append(panel);
  makeRoom(true);
  point();
  markTab();
}

function point() {
  if (panel && reference) {
    const page = pageOf(reference);
    const frame = panel.querySelector('iframe');
    if (frame.dataset.page !== page) {
      frame.dataset.page = page;
      frame.src = page;
    }
    panel.querySelector('a').href = page;
  }
}

function toggle() {
  if (panel) {
    localStorage.removeItem(REMEMBERED);
    close();
  } else {
    localStorage.setItem(REMEMBERED, 'yes');
    open();
  }
}

function markTab() {
  for (const tab of document.querySelectorAll('.redress-case-tab')) {
    tab.classList.toggle('active', Boolean(panel));
    tab.firstChild.setAttribute('aria-expanded', String(Boolean(panel)));
    tab.hidden = !reference;
  }
}

/** A tab beside Tasklist's own, for that is where people look for it. */
function ensureTab() {
  const tabs = document.querySelector('.task-card .tabbed-content .nav-tabs');
  if (tabs && !tabs.querySelector('.redress-case-tab')) {
    const tab = element('li', 'redress-case-tab');
    const link = element('a', '', 'Case file');
    link.href = '';
    link.setAttribute('role', 'button');
    link.addEventListener('click', event => {
      event.preventDefault();
      toggle();
    });
    tab.append(link);
    tabs.append(tab);
    markTab();
  }
}

new MutationObserver(ensureTab).observe(document.body, {childList: true, subtree: true});

export default {
  id: 'redress-case-file',
  pluginPoint: 'tasklist.task.action',
  priority: 50,
  render: (node, params, scope) => {
    node.className = 'redress-task-head';
    const due = element('span', '');
    node.append(due);
    scope.$watch('task.id', async id => {
      shownTask = id || null;
      reference = null;
      due.textContent = '';
      if (!id) {
        close();
        return;
      }
      try {
        const found = await caseOf(id);
        if (shownTask !== id) {
          return;
        }
        reference = found;
      } catch (notAllowed) {
        // a task that is gone, or that this person may not see
      }
      writeDue(due, scope.task && scope.task.due, reference ? await cardOf(reference) : undefined);
      ensureTab();
      markTab();
      if (!reference) {
        close();
      } else if (panel) {
        point();
      } else if (localStorage.getItem(REMEMBERED)) {
        open();
      }
    });
  }
};
