// What Cockpit is called here. The web apps read this file in place of their own of this name.
export default {
  app: {
    name: 'Cockpit',
    vendor: 'Redress'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  customScripts: ['scripts/redress-names', 'scripts/redress-session'],
  disableWelcomeMessage: true
};
