// What Tasklist is called here, and what we add to it. The web apps read this file in place of their own of this name.

// Ways of working that are closed here, so that nobody tries them: tasks come from the procedure alone, notes and history
// are on the case page, where they count. Our own cards say what matters of the variables.
document.querySelector('base').setAttribute('cam-exclude-plugins', [
  'tasklist.navbar.action:create-task-action',
  'tasklist.navbar.action:start-process-action',
  'tasklist.card:tasklist-card-variables',
  'tasklist.task.action:task-action-comment',
  'tasklist.task.detail:task-detail-history'
].join(','));

export default {
  app: {
    name: 'Tasks',
    vendor: 'Redress'
  },
  dateFormat: {
    normal: 'D MMMM YYYY [at] h:mma',
    long: 'dddd D MMMM YYYY [at] h:mma'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  customScripts: [
    'scripts/redress-case-file',
    'scripts/redress-due',
    'scripts/redress-drafts',
    'scripts/redress-days',
    'scripts/redress-session',
    'scripts/redress-names'
  ],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
