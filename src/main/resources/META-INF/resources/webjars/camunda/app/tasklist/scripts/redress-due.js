// On each card of the task list: when the task is due, in working days, as the case page says it.
import {writeDue} from './redress.js';

export default {
  id: 'redress-due',
  pluginPoint: 'tasklist.card',
  priority: 300,
  render: (node, params, scope) => {
    const element = document.createElement('p');
    node.append(element);
    const variables = (scope.task._embedded && scope.task._embedded.variable) || [];
    const reference = variables.find(one => one.name === 'caseReference');
    writeDue(element, scope.task.due, reference ? reference.value : null);
  }
};
