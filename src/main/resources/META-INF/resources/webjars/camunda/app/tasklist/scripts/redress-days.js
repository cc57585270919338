// A question for a day is a text box, so that no browser turns what was typed into another day. Below it stands in words which
// day was read, or what is wrong with it; "Complete" waits until every day can be read. The house reads days by these same
// rules (WrittenDay), and what it hears counts, not what stands here.

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const DIGITS = /^(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{1,4})$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DAY_AND_NAME = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{1,4})$/;
const NAME_AND_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{1,4})$/;
const BOXES = '.fjs-form input[id$="-day"]';

/** The day that somebody wrote, in words, or what is wrong with it: {words} or {fault}. */
function read(written) {
  const text = written.replace(/\s+/g, ' ').trim().toLowerCase();
  let found = DIGITS.exec(text);
  if (found) {
    return day(found[1], Number(found[2]), found[3]);
  }
  found = YEAR_FIRST.exec(text);
  if (found) {
    return day(found[3], Number(found[2]), found[1]);
  }
  found = DAY_AND_NAME.exec(text);
  if (found) {
    return named(found[1], found[2], found[3]);
  }
  found = NAME_AND_DAY.exec(text);
  return found ? named(found[2], found[1], found[3]) : unread();
}

function unread() {
  return {fault: 'Write the day, the month and the year, such as 27 March 2026 or 27/3/2026.'};
}

function named(dayDigits, name, year) {
  const month = MONTHS.findIndex(one => one.toLowerCase().startsWith(name));
  return month < 0 ? unread() : day(dayDigits, month + 1, year);
}

function day(digits, month, year) {
  if (year.length !== 4) {
    return {fault: 'Write the year with four digits, such as 2026: a shorter one can be taken for another year.'};
  }
  if (month < 1 || month > 12) {
    return {fault: `There is no month ${month}. Write the day first and then the month, such as 27/3/2026.`};
  }
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) {
    return {fault: `Check the year: write one from ${FIRST_YEAR} to ${LAST_YEAR}.`};
  }
  // counted in universal time, where no zone and no clock change can move it
  const read = new Date(Date.UTC(Number(year), month - 1, Number(digits)));
  const words = `${Number(digits)} ${MONTHS[month - 1]} ${year}`;
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === Number(digits)
    ? {words: `${WEEKDAYS[read.getUTCDay()]} ${words}`}
    : {fault: `There is no ${words}. Check the day and the month.`};
}

/** Says below a box which day was read, and tells whether one could be. */
function say(box) {
  const field = box.closest('.fjs-form-field');
  let line = field.querySelector('.redress-day');
  const answer = box.value.trim() ? read(box.value) : {words: ''};
  if (!line) {
    line = document.createElement('p');
    line.className = 'redress-day';
    line.id = `${box.id}-read`;
    line.setAttribute('role', 'status');
    field.append(line);
    box.setAttribute('aria-describedby', `${box.getAttribute('aria-describedby') || ''} ${line.id}`.trim());
  }
  const words = answer.fault || answer.words;
  if (line.textContent !== words) {
    line.textContent = words;
  }
  line.classList.toggle('redress-day--fault', Boolean(answer.fault));
  box.setAttribute('aria-invalid', String(Boolean(answer.fault)));
  return !answer.fault;
}

const boxOf = event => event.target.matches && event.target.matches(BOXES) ? event.target : null;

document.addEventListener('focusout', event => {
  const box = boxOf(event);
  if (box) {
    say(box);
  }
}, true);

// while somebody types, a day that is not finished is no fault yet
document.addEventListener('input', event => {
  const box = boxOf(event);
  if (box && (!box.value.trim() || read(box.value).words || box.closest('.fjs-form-field').querySelector('.redress-day--fault'))) {
    say(box);
  }
}, true);

document.addEventListener('click', event => {
  const button = event.target.closest && event.target.closest('.task-card button');
  if (!button || button.textContent.trim() !== 'Complete') {
    return;
  }
  const wrong = [...document.querySelectorAll(BOXES)].filter(box => !say(box));
  if (wrong.length) {
    event.preventDefault();
    event.stopImmediatePropagation();
    wrong[0].focus();
  }
}, true);

export default [];
