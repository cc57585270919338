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

/** How the clocks of a case stand. What is asked for within a moment is asked in one go. */
function clocksOf(reference) {
  if (!waiting) {
    const asked = {references: new Set()};
    asked.answer = new Promise(resolve => setTimeout(async () => {
      waiting = null;
      try {
        const query = [...asked.references].map(one => `reference=${encodeURIComponent(one)}`).join('&');
        const answer = await fetch(`${house}/cases/due?${query}`, {headers: {Accept: 'application/json'}, redirect: 'error'});
        resolve(answer.ok ? await answer.json() : {});
      } catch (notAllowed) {
        // whoever may not see cases still sees the day
        resolve({});
      }
    }, 50));
    waiting = asked;
  }
  waiting.references.add(reference);
  return waiting.answer.then(all => all[reference] || []);
}

/** Writes into an element when a task is due. Late is said in words, in weight and in shape, never by colour alone. */
export async function writeDue(element, due, reference) {
  element.className = 'redress-due';
  element.textContent = '';
  if (!due) {
    return;
  }
  const day = londonDay.format(new Date(due));
  const today = londonDay.format(new Date());
  let words = day === today ? 'Due today' : day < today ? 'Late' : 'Due';
  let late = day < today;
  const clock = reference ? (await clocksOf(reference)).find(one => one.dueOn === day) : undefined;
  if (clock) {
    words = clock.words;
    late = clock.late;
  }
  element.classList.toggle('redress-due--late', late);
  const shown = document.createElement('span');
  shown.className = 'redress-due__words';
  shown.textContent = late && !/late/i.test(words) ? `Late: ${words}` : words;
  const date = document.createElement('span');
  date.className = 'redress-due__day';
  date.textContent = ` ${inWords.format(new Date(due))}`;
  element.replaceChildren(shown, date);
}
