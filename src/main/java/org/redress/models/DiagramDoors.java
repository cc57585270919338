package org.redress.models;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The closed doors of a diagram: nothing in it reaches code, or begins by itself. What is not known to be harmless is refused. */
final class DiagramDoors {

    private static final Set<String> LANGUAGES_OF_THE_STANDARD = Set.of("http://www.w3.org/1999/XPath", "http://www.w3.org/2001/XMLSchema");
    private static final Set<String> EVENTS = Set.of(
            "timerEventDefinition", "messageEventDefinition", "signalEventDefinition", "conditionalEventDefinition", "errorEventDefinition",
            "escalationEventDefinition", "compensateEventDefinition");

    private final Sheet sheet;
    private final Known known;
    private final ExpressionRules expressions;

    DiagramDoors(Sheet sheet, Known known) {
        this.sheet = sheet;
        this.known = known;
        this.expressions = new ExpressionRules(sheet, known);
    }

    void check(Element definitions) {
        List<Element> processes = ModelXml.children(definitions, "process");
        if (processes.isEmpty()) {
            sheet.add(GateRule.NOTHING_TO_RUN, "it holds no process.");
        }
        for (Element process : processes) {
            if (!process.getAttribute("isExecutable").equals("true")) {
                sheet.add(GateRule.NOTHING_TO_RUN, process, "the process is not executable, so that nothing would change.");
            }
        }
        for (Element element : ModelXml.everything(definitions)) {
            kind(element);
            attributes(element);
            expressions.check(element);
            place(element);
        }
    }

    private void kind(Element element) {
        String namespace = ModelXml.namespace(element);
        String kind = element.getLocalName();
        GateRule barred = Vocabulary.BARRED_ELEMENTS.get(kind);
        if (Vocabulary.PICTURE.contains(namespace) && barred == null) {
            // the engine finds elements of some kinds whatever namespace they claim
            if (Vocabulary.BPMN_ELEMENTS.contains(kind) || Vocabulary.CAMUNDA_ELEMENTS.contains(kind)) {
                sheet.add(GateRule.XML_FOREIGN, element, "the " + kind + " hides in a foreign namespace.");
            }
        } else if (barred != null && !kind.equals("errorEventDefinition")) {
            sheet.add(barred, element, "it holds “" + kind + "”.");
        } else if (Vocabulary.CAMUNDA.equals(namespace)) {
            if (kind.equals("errorEventDefinition")) {
                sheet.add(barred, element, "it maps the errors of a program elsewhere.");
            } else if (!Vocabulary.CAMUNDA_ELEMENTS.contains(kind)) {
                sheet.add(GateRule.CAMUNDA_EXTRA, element, "it holds “camunda:" + Finding.quote(kind) + "”.");
            }
        } else if (!Vocabulary.BPMN.equals(namespace)) {
            sheet.add(GateRule.XML_FOREIGN, element, "the element “" + Finding.quote(element.getNodeName()) + "” is neither BPMN nor Camunda's.");
        } else if (!Vocabulary.BPMN_ELEMENTS.contains(kind)) {
            sheet.add(GateRule.ELEMENT_KIND, element, "a “" + Finding.quote(kind) + "” is not used here.");
        }
    }

    private void attributes(Element element) {
        for (Attr attribute : ModelXml.attributes(element)) {
            String namespace = attribute.getNamespaceURI();
            String name = attribute.getLocalName();
            String said = "it has " + attribute.getNodeName() + "=\"" + Finding.quote(attribute.getValue()) + "\".";
            GateRule barred = Vocabulary.BARRED_ATTRIBUTES.get(name);
            if (namespace != null && Vocabulary.PICTURE.contains(namespace)) {
                continue;
            }
            if (Vocabulary.SCHEMA_INSTANCE.equals(namespace)) {
                if (!name.equals("type")) {
                    sheet.add(GateRule.XML_OUTSIDE, element, said);
                }
            } else if (barred != null) {
                if (!name.endsWith("Language") || !LANGUAGES_OF_THE_STANDARD.contains(attribute.getValue())) {
                    sheet.add(barred, element, said);
                }
            } else if (namespace != null && !namespace.equals(Vocabulary.CAMUNDA)) {
                sheet.add(GateRule.XML_FOREIGN, element, said);
            } else if (namespace != null && name.equals("type")) {
                sheet.add(GateRule.EXTERNAL_TASK, element, said);
            } else if (namespace != null && !Vocabulary.CAMUNDA_ATTRIBUTES.contains(name)) {
                sheet.add(GateRule.CAMUNDA_EXTRA, element, said);
            }
        }
    }

    /** What is harmless in one place and not in another. */
    private void place(Element element) {
        String kind = element.getLocalName();
        if (!element.getAttributeNS(Vocabulary.CAMUNDA, "expression").isEmpty() && !kind.equals("serviceTask")) {
            sheet.add(GateRule.EXPRESSION_PLACE, element, "it calls by expression and is no service task.");
        }
        if (!element.getAttributeNS(Vocabulary.CAMUNDA, "formRef").isEmpty() && !kind.equals("userTask")) {
            sheet.add(GateRule.FORM_ELSEWHERE, element, "it has a form and is no step of a person.");
        }
        if (kind.equals("startEvent")) {
            start(element);
        }
        if (kind.equals("timerEventDefinition")) {
            timer(element);
        }
    }

    private void start(Element start) {
        Element scope = ModelXml.parent(start);
        boolean apart = scope != null && scope.getAttribute("triggeredByEvent").equals("true");
        for (String event : EVENTS) {
            boolean found = !ModelXml.children(start, event).isEmpty();
            if (found && !(apart && event.equals("messageEventDefinition"))) {
                sheet.add(GateRule.START_BY_ITSELF, start, "a " + event.replace("EventDefinition", "") + " would start it without a case.");
            }
        }
    }

    private void timer(Element timer) {
        for (Element when : ModelXml.everything(timer)) {
            String kind = when.getLocalName();
            String text = ModelXml.ownText(when);
            boolean day = kind.equals("timeDate") && Expressions.isOneCall(text, known.calls(), known.variables());
            if (kind.startsWith("time") && when != timer && !day) {
                sheet.add(GateRule.TIMER, when, "its timer waits for “" + Finding.quote(text) + "”.");
            }
        }
    }
}
