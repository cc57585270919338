// On each card of the task list: whose case it is, and when the task is due in working days, as the case page says it.
import {cardOf, element, writeDue} from './redress.js';

export default {
  id: 'redress-due',
  pluginPoint: 'tasklist.card',
  priority: 300,
  render: async (node, params, scope) => {
    const task = scope.task;
    const variables = Object.fromEntries(
        ((task._embedded && task._embedded.variable) || []).map(one => [one.name, one.value]));
    const reference = variables.caseReference;
    const due = element('p', '');
    const who = element('p', 'redress-card', reference);
    node.append(who, due);
    writeDue(due, task.due, undefined);
    if (variables.allegationNumber) {
      who.append(element('span', 'redress-card__more', `Allegation ${variables.allegationNumber}`));
    }
    if (variables.risk === 'HIGH') {
      who.append(element('strong', 'redress-card__tag', 'High risk'));
    }
    if ([true, 'true', 'yes'].includes(variables.adjustmentsNeeded)) {
      who.append(element('strong', 'redress-card__tag', 'Adjustments'));
    }
    const card = reference ? await cardOf(reference) : undefined;
    if (card) {
      if (card.applicant) {
        who.prepend(element('bdi', 'redress-card__name', card.applicant));
      }
      writeDue(due, task.due, card);
      (card.attention || []).forEach(words => node.append(element('p', 'redress-card__attention', `Raised. ${words}`)));
    }
  }
};
