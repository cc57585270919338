// Names for buttons and links that show nothing but a picture, so that people who hear the page or speak to it can use
// them. The web apps give most of them a tooltip and no name.

const BY_REGION = {
  filters: 'Show or hide the lists',
  list: 'Show or hide the tasks of the list',
  task: 'Show or hide the task'
};

const BY_SELECTOR = [
  ['.glyphicon-home', 'Other parts of the engine'],
  ['.maximize', 'Make the task as large as the window'],
  ['.reset-regions', 'Make the task small again'],
  ['.sort-direction', 'Turn the order round'],
  ['.glyphicon-plus-sign, .glyphicon-plus', 'Add'],
  ['.glyphicon-link', 'Copy the address of this search'],
  ['.glyphicon-remove', 'Put the task back'],
  ['.reset-due-date, .reset-followup-date', 'Clear the date'],
  ['.glyphicon-menu-up, .glyphicon-menu-down', 'Show more or less']
];

function nameOf(control) {
  if (control.dataset.region) {
    return control.classList.contains('maximize') ? BY_SELECTOR[1][1] : BY_REGION[control.dataset.region];
  }
  const found = BY_SELECTOR.find(([selector]) => control.matches(selector) || control.querySelector(selector));
  const tooltip = control.closest('[uib-tooltip]') || control.querySelector('[uib-tooltip]');
  return found ? found[1] : tooltip && tooltip.getAttribute('uib-tooltip');
}

function nameAll() {
  for (const control of document.querySelectorAll('a:not([aria-label]), button:not([aria-label])')) {
    if (!control.innerText.trim() && !control.title) {
      const name = nameOf(control);
      if (name && !name.includes('{{')) {
        control.setAttribute('aria-label', name);
        if (control.tagName === 'A' && !control.hasAttribute('href')) {
          control.setAttribute('role', 'button');
        }
      }
    }
  }
  document.querySelectorAll('input[uib-typeahead]:not([role])').forEach(input => input.setAttribute('role', 'combobox'));
}

let soon = null;
new MutationObserver(() => {
  soon = soon || setTimeout(() => {
    soon = null;
    nameAll();
  }, 100);
}).observe(document.body, {childList: true, subtree: true});

export default [];
