// The same names as in Tasklist.
import '../../tasklist/scripts/redress-names.js';

// What is behind these tabs is open to nobody: variables are shown by the forms, and no step is done by another machine.
const CLOSED = ['Variables', 'External Tasks'];

new MutationObserver(() => {
  for (const tab of document.querySelectorAll('.ctn-content-bottom .nav-tabs > li')) {
    if (CLOSED.includes(tab.textContent.trim())) {
      tab.style.display = 'none';
    }
  }
}).observe(document.body, {childList: true, subtree: true, characterData: true});

export default [];
