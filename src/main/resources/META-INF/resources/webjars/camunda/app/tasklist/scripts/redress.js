// What our additions to Tasklist share.

const appRoot = document.querySelector('base').getAttribute('app-root');

/** Where our own pages are. */
export const house = appRoot.replace(/\/camunda$/, '');

/** What the engine answers, as the person who is signed in may hear it. */
export async function engine(path) {
  const name = location.pathname.split('/app/tasklist/')[1].split('/')[0] || 'default';
  const answer = await fetch(`${appRoot}/api/engine/engine/${name}${path}`, {headers: {Accept: 'application/json'}});
  if (!answer.ok) {
    throw new Error(`${answer.status} ${path}`);
  }
  return answer.json();
}

/** The case that a task belongs to, or null. */
export async function caseOf(taskId) {
  const variables = await engine(`/task/${encodeURIComponent(taskId)}/form-variables?variableNames=caseReference`);
  return variables.caseReference ? variables.caseReference.value : null;
}

/** The address of a case's page. */
export function pageOf(reference) {
  return `${house}/cases/${encodeURIComponent(reference.replaceAll('/', '-'))}`;
}

const londonDay = new Intl.DateTimeFormat('en-CA', {timeZone: 'Europe/London'});
const inWords = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric'});

let waiting = null;

/** What our own house knows of a case. What is asked for within a moment is asked in one go. */
export function cardOf(reference) {
  if (!waiting) {
    const asked = {references: new Set()};
    asked.answer = new Promise(resolve => setTimeout(async () => {
      waiting = null;
      try {
        const query = [...asked.references].map(one => `reference=${encodeURIComponent(one)}`).join('&');
        const answer = await fetch(`${house}/cases/cards?${query}`, {headers: {Accept: 'application/json'}, redirect: 'error'});
        resolve(answer.ok ? await answer.json() : {});
      } catch (notAllowed) {
        // whoever may not see cases still sees the task and its day
        resolve({});
      }
    }, 50));
    waiting = asked;
  }
  waiting.references.add(reference);
  return waiting.answer.then(all => all[reference]);
}

export function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  if (text) {
    made.textContent = text;
  }
  return made;
}

/** Writes into an element when a task is due. Late is said in words, in weight and in shape, never by colour alone. */
export function writeDue(into, due, card) {
  into.className = 'redress-due';
  into.textContent = '';
  if (!due) {
    return;
  }
  const day = londonDay.format(new Date(due));
  const today = londonDay.format(new Date());
  const clock = card ? card.due.find(one => one.dueOn === day) : undefined;
  const late = clock ? clock.late : day < today;
  const words = clock ? clock.words : day === today ? 'Due today' : late ? 'Late' : 'Due';
  into.classList.toggle('redress-due--late', late);
  into.append(
      element('span', 'redress-due__words', late && !/late/i.test(words) ? `Late: ${words}` : words),
      element('span', 'redress-due__day', ` ${inWords.format(new Date(due))}`));
}
