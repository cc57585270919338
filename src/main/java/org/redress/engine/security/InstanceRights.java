package org.redress.engine.security;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Settles the rights on an instance as it starts; before that the engine does not know its case. */
class InstanceRights extends AbstractBpmnParseListener {

    private final CaseRights rights;

    InstanceRights(CaseRights rights) {
        this.rights = rights;
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(
                ExecutionListener.EVENTNAME_START,
                (ExecutionListener) execution -> rights.begin((ExecutionEntity) execution));
    }
}
