package org.redress.models;

import static org.redress.models.Diagram.children;
import static org.redress.models.Diagram.extensions;
import static org.redress.models.Diagram.id;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Rules that the house keeps in a diagram. Each fault names the element and says what to do. */
abstract class HouseRules {

    static final String RETRIES = "PT1M,PT10M,PT1H,PT6H";

    /** What the rules stand on. */
    record Ground(String file, Diagram diagram, DiagramRules.Surroundings known) {}

    /** An element, by its id, and what to do about it. */
    record Fault(String elementId, String whatToDo) {}

    final Ground ground;
    private final List<Fault> faults = new ArrayList<>();

    HouseRules(Ground ground) {
        this.ground = ground;
    }

    abstract void check();

    List<Fault> faults() {
        check();
        return faults;
    }

    void fault(String element, String whatToDo) {
        faults.add(new Fault(element, whatToDo));
    }

    void require(boolean good, Element element, String whatToDo) {
        if (!good) {
            fault(id(element), whatToDo);
        }
    }

    void requireVariable(Element owner, String name) {
        require(ground.known().variableTypes().containsKey(name), owner,
                "declare the variable " + name + " in the file of the procedure or correct its name");
    }

    static String retries(Element node) {
        return String.join("", extensions(node, "failedJobRetryTimeCycle").stream().map(Element::getTextContent).toList()).trim();
    }

    static String documentation(Element element) {
        return String.join(" ", children(element, Diagram.BPMN, "documentation").stream().map(Element::getTextContent).toList()).trim();
    }
}
