package org.redress.models;

/** The rules of the gate by their stable names, each with what to do about it. */
public enum GateRule {

    FILE_ENDING("file-ending", "Only .bpmn, .dmn, .form, .ftlh and .yml are deployed, in small letters.",
            "Leave the file out, or give it the ending of what it is."),
    FILE_NAME("file-name", "A file is called by letters, digits and - _ . with folders by /.",
            "Rename it, without spaces, dots in a row or a leading slash."),
    FILE_SIZE("file-size", "A file has at most 5 MB, a set at most 30 MB and 500 files.", "Deploy less at once."),
    FILE_UNREADABLE("file-unreadable", "The file is whole and readable: XML for diagrams and tables, JSON for forms, UTF-8 text otherwise.",
            "Open and save it in Camunda Modeler, then deploy it again."),
    FILE_DISGUISE("file-disguise", "A file holds what its ending says.", "Give the file the ending of what it holds."),
    XML_OUTSIDE("xml-outside", "A file declares no document type or entities and points at no schema elsewhere.",
            "Remove the declaration; Camunda Modeler writes none."),
    XML_FOREIGN("xml-foreign", "Elements and attributes belong to BPMN or DMN, Camunda 7 or Camunda Modeler.",
            "Remove it; draw what you need with Camunda Modeler for Camunda 7."),
    NOTHING_TO_RUN("nothing-to-run", "A diagram has an executable process and a table file has a decision.",
            "Tick “Executable” on the process, or leave the file out."),
    SET_INCOMPLETE("set-incomplete", "What a diagram names “as deployed with me” is in the same set.",
            "Deploy the whole package, with the missing part."),
    BINDING("binding", "Called diagrams and tables are bound by deployment, so that cases under way keep what they began with.",
            "Set the binding to “deployment”."),
    ELEMENT_KIND("element-kind", "A diagram uses only kinds of element that the house can watch.",
            "Use a task of a person, a call by expression, a decision, a called diagram, a message or a timer instead."),
    CAMUNDA_EXTRA("camunda-extra", "Only the Camunda settings that the house knows are used.",
            "Remove the setting."),
    SCRIPT("script", "No script runs.", "Put the rule into a decision table, or ask for a call that does it."),
    CODE_CLASS("code-class", "A diagram names no class.", "Call one of the known calls by expression instead."),
    CODE_DELEGATE("code-delegate", "A diagram names no delegate.", "Call one of the known calls by expression instead."),
    EXTERNAL_TASK("external-task", "No work is handed to a program elsewhere.", "Call one of the known calls by expression instead."),
    CONNECTOR("connector", "No connector is used.", "Remove the connector."),
    LISTENER("listener", "Nothing listens to steps or tasks.", "Remove the listener; draw a step for what it should do."),
    INPUT_OUTPUT("input-output", "Nothing is computed on the way into or out of a step.",
            "Remove the input and output parameters; name variables in the mapping of the call instead."),
    FORM_ELSEWHERE("form-elsewhere", "A step's form is a .form of the same set.", "Set the form reference to the .form, bound by deployment."),
    EXPRESSION_PLACE("expression-place", "A call that does something belongs to a service task.", "Move the expression to a service task."),
    EXPRESSION_FORM("expression-form", "An expression compares registered variables or makes one known call.",
            "Write a variable, a comparison or one call such as ${clocks.due(caseReference, 'PAPERS')}; put sums into a decision table."),
    EXPRESSION_REACH("expression-reach", "An expression reaches nothing inside a variable or a result.",
            "Use the variable itself, or one of the known calls."),
    UNKNOWN_CALL("unknown-call", "Only calls that are made for diagrams are used.", "Use one of the known calls."),
    UNKNOWN_VARIABLE("unknown-variable", "Only variables of the variable register are used.",
            "Correct the name, or have the variable entered in the register."),
    DYNAMIC_NAME("dynamic-name", "What is called, decided or asked is named, not computed.", "Write the name itself."),
    TIMER("timer", "A timer waits for a day of a clock.",
            "Set the date to a call such as ${clocks.due(caseReference, 'PAPERS')}; numbers of days belong to the clocks."),
    START_BY_ITSELF("start-by-itself", "A procedure is started by the house, never by itself.",
            "Use a plain start event; only an event sub-process begins with a message."),
    TABLE_LANGUAGE("table-language", "Tables are written in FEEL only.",
            "Set the expression language to FEEL and write the cell in FEEL."),
    TABLE_KIND("table-kind", "A decision is a decision table.", "Turn it into a decision table."),
    TABLE_CODE("table-code", "FEEL in a table or form defines and reaches no functions of its own.", "Write the cell as a value, a list or a range."),
    FORM_COMPONENT("form-component", "A form uses only fields that the house can check.",
            "Use text, text field, text area, number, tick box, choices, tag list, day or group."),
    FORM_CODE("form-code", "A form holds words and fields, no HTML that acts, no script links, no expressions beyond names and conditions.",
            "Write plain words; show a value by its name in double braces."),
    LETTER_CODE("letter-code", "A letter uses only its fields, branches and lists.", "Remove the directive."),
    DECLARATION_CODE("declaration-code", "A declaration holds plain values, no types of its own.", "Remove the tag that begins with an exclamation mark."),
    HOUSE_STYLE("house-style", "The house's conventions of names, shape and picture are kept.", "", false);

    private final String id;
    private final String promise;
    private final String remedy;
    private final boolean refuses;

    GateRule(String id, String promise, String remedy) {
        this(id, promise, remedy, true);
    }

    GateRule(String id, String promise, String remedy, boolean refuses) {
        this.id = id;
        this.promise = promise;
        this.remedy = remedy;
        this.refuses = refuses;
    }

    /** A stable name, for records, lists and tests. */
    public String id() {
        return id;
    }

    /** What holds of a file that keeps the rule. */
    public String promise() {
        return promise;
    }

    public String remedy() {
        return remedy;
    }

    public boolean refuses() {
        return refuses;
    }
}
