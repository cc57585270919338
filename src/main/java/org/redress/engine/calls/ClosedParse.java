package org.redress.engine.calls;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses what makes objects of a class that the diagram names without asking anybody, some of it already while the diagram is
 * read: handlers of forms, and validators of their fields.
 */
final class ClosedParse extends BpmnParse {

    ClosedParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        check(rootElement);
        super.parseRootElement();
    }

    private static void check(Element element) {
        for (String attribute : element.attributes()) {
            if (attribute.endsWith("formHandlerClass")) {
                refuse(element, "a handler of its form");
            }
        }
        if (element.getTagName().equals("constraint") && "validator".equals(element.attribute("name"))) {
            refuse(element, "a validator of a field");
        }
        element.elements().forEach(ClosedParse::check);
    }

    private static void refuse(Element element, String what) {
        throw new NotPlain("Line " + element.getLine() + " of the diagram names a class as " + what
                + ". Diagrams name no classes: write the question in a form file and its check in the procedure.");
    }
}
