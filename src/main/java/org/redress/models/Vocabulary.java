package org.redress.models;

import java.util.Map;
import java.util.Set;

/** The words of BPMN, DMN and Camunda that may be used, and the rule that others break. The engine reads some of them by their local name alone. */
final class Vocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    /** What only says how a model is drawn or which tool wrote it. */
    static final Set<String> PICTURE = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI", "http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0", MODELER, XML, DECLARATIONS,
            "https://www.omg.org/spec/DMN/20191111/DMNDI/", "http://www.omg.org/spec/DMN/20180521/DMNDI/", "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/", "http://bpmn.io/schema/dmn/biodi/2.0", "http://bpmn.io/schema/dmn/biodi/1.0");

    /** DMN by its versions, as Camunda reads it. */
    static final Set<String> DMN = Set.of(
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/", "https://www.omg.org/spec/DMN/20191111/MODEL/");
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    static final Set<String> BPMN_ELEMENTS = Set.of(
            "definitions", "process", "message", "startEvent", "endEvent", "userTask", "serviceTask", "businessRuleTask", "callActivity",
            "subProcess", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "boundaryEvent",
            "intermediateCatchEvent", "intermediateThrowEvent", "manualTask", "task", "sequenceFlow", "textAnnotation", "text", "association",
            "group", "category", "categoryValue", "documentation", "extensionElements", "incoming", "outgoing", "conditionExpression",
            "timerEventDefinition", "timeDate", "timeDuration", "timeCycle", "messageEventDefinition", "terminateEventDefinition",
            "errorEventDefinition", "error", "multiInstanceLoopCharacteristics", "loopCardinality", "completionCondition", "laneSet", "lane",
            "flowNodeRef", "collaboration", "participant");
    static final Set<String> CAMUNDA_ELEMENTS = Set.of("in", "out", "failedJobRetryTimeCycle", "properties", "property");
    static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "priority", "formRef", "formRefBinding",
            "expression", "resultVariable", "decisionRef", "decisionRefBinding", "mapDecisionResult", "calledElementBinding", "collection",
            "elementVariable", "asyncBefore", "asyncAfter", "exclusive", "historyTimeToLive", "versionTag", "isStartableInTasklist",
            "errorCodeVariable", "errorMessageVariable");
    static final Set<String> DMN_ELEMENTS = Set.of(
            "definitions", "decision", "decisionTable", "input", "inputExpression", "inputValues", "inputEntry", "output", "outputValues",
            "outputEntry", "defaultOutputEntry", "rule", "text", "description", "variable", "informationRequirement", "requiredDecision",
            "requiredInput", "inputData", "knowledgeSource", "authorityRequirement", "requiredAuthority", "textAnnotation", "association",
            "sourceRef", "targetRef", "annotation", "annotationEntry", "question", "allowedAnswers", "extensionElements");
    static final Set<String> CAMUNDA_DMN_ATTRIBUTES = Set.of("historyTimeToLive", "versionTag", "inputVariable");

    /** Elements that have a rule of their own, by local name: the engine looks for some of them in any namespace. */
    static final Map<String, GateRule> BARRED_ELEMENTS = Map.ofEntries(
            Map.entry("scriptTask", GateRule.SCRIPT), Map.entry("script", GateRule.SCRIPT), Map.entry("condition", GateRule.SCRIPT),
            Map.entry("conditionalEventDefinition", GateRule.SCRIPT), Map.entry("executionListener", GateRule.LISTENER),
            Map.entry("taskListener", GateRule.LISTENER), Map.entry("connector", GateRule.CONNECTOR), Map.entry("connectorId", GateRule.CONNECTOR),
            Map.entry("inputOutput", GateRule.INPUT_OUTPUT), Map.entry("inputParameter", GateRule.INPUT_OUTPUT),
            Map.entry("outputParameter", GateRule.INPUT_OUTPUT), Map.entry("field", GateRule.CODE_CLASS), Map.entry("string", GateRule.CODE_CLASS),
            Map.entry("expression", GateRule.CODE_CLASS), Map.entry("formData", GateRule.FORM_ELSEWHERE),
            Map.entry("formField", GateRule.FORM_ELSEWHERE), Map.entry("formProperty", GateRule.FORM_ELSEWHERE),
            Map.entry("validation", GateRule.FORM_ELSEWHERE), Map.entry("constraint", GateRule.FORM_ELSEWHERE),
            Map.entry("errorEventDefinition", GateRule.EXTERNAL_TASK));

    /** Attributes that have a rule of their own. */
    static final Map<String, GateRule> BARRED_ATTRIBUTES = Map.ofEntries(
            Map.entry("class", GateRule.CODE_CLASS), Map.entry("variableMappingClass", GateRule.CODE_CLASS),
            Map.entry("formHandlerClass", GateRule.CODE_CLASS), Map.entry("delegateExpression", GateRule.CODE_DELEGATE),
            Map.entry("variableMappingDelegateExpression", GateRule.CODE_DELEGATE), Map.entry("topic", GateRule.EXTERNAL_TASK),
            Map.entry("taskPriority", GateRule.EXTERNAL_TASK), Map.entry("formKey", GateRule.FORM_ELSEWHERE),
            Map.entry("resource", GateRule.SCRIPT), Map.entry("scriptFormat", GateRule.SCRIPT), Map.entry("language", GateRule.SCRIPT),
            Map.entry("expressionLanguage", GateRule.SCRIPT), Map.entry("typeLanguage", GateRule.SCRIPT));

    private Vocabulary() {}
}
