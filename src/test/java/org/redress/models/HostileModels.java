package org.redress.models;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that reach for code, or for more than is theirs, each in one way; and the rule that must stop each. */
public final class HostileModels {

    /** One of them, with the words that an owner must find in the answer. */
    public record Hostile(String name, GateRule rule, String label, Map<String, byte[]> files) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String SERVICE = "<bpmn:serviceTask id=\"Task_Count\" name=\"Count the days\" camunda:expression=\"${clocks.countedDays(caseReference)}\" />";
    private static final String DIAGRAM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_Hostile" targetNamespace="http://redress.org/hostile">
              <bpmn:process id="Hostile" name="Hostile trial" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="Start_Asked" name="Trial asked for" />
                <bpmn:sequenceFlow id="Flow_1" sourceRef="Start_Asked" targetRef="Task_Count" />
                %s
                <bpmn:sequenceFlow id="Flow_2" sourceRef="Task_Count" targetRef="End_Counted" />
                <bpmn:endEvent id="End_Counted" name="Days counted" />
              </bpmn:process>
            </bpmn:definitions>
            """;
    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_Hostile" name="Hostile" namespace="http://redress.org/hostile">
              <decision id="HostileTable" name="Is it hostile?" camunda:historyTimeToLive="P1D">
                <decisionTable id="Table_Hostile" hitPolicy="UNIQUE">
                  <input id="Input_key" label="The key"><inputExpression id="Expression_key" typeRef="string"><text>key</text></inputExpression></input>
                  <output id="Output_open" label="Open" name="open" typeRef="string" />
                  <rule id="rule_one"><inputEntry id="Entry_key"><text>"A"</text></inputEntry><outputEntry id="Entry_open"><text>"YES"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;
    private static final String FORM = """
            {"id": "Hostile", "type": "default", "schemaVersion": 16, "components": [
              {"type": "text", "id": "Text_Intro", "text": "Look at it."},
              {"type": "checkbox", "id": "Field_seen", "key": "seen", "label": "I have seen it"}]}
            """;

    private final List<Hostile> all = new ArrayList<>();

    private HostileModels() {}

    /** All of them. */
    public static List<Hostile> all() {
        HostileModels models = new HostileModels();
        models.code();
        models.expressions();
        models.elsewhere();
        models.beginnings();
        models.tables();
        models.forms();
        models.files();
        return models.all;
    }

    /** The diagram, table and form that the others are made from: nothing is wrong with these. */
    public static Map<String, byte[]> harmless() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Hostile.bpmn", bytes(DIAGRAM.formatted(SERVICE)));
        files.put("HostileTable.dmn", bytes(TABLE));
        files.put("Hostile.form", bytes(FORM));
        return files;
    }

    private void code() {
        task("class", GateRule.CODE_CLASS, "camunda:class=\"java.lang.ProcessBuilder\"");
        task("class of Activiti", GateRule.XML_FOREIGN, "xmlns:a=\"http://activiti.org/bpmn\" a:delegate=\"x\"");
        task("class in Activiti's words", GateRule.CODE_CLASS, "xmlns:a=\"http://activiti.org/bpmn\" a:class=\"java.lang.ProcessBuilder\"");
        task("delegate", GateRule.CODE_DELEGATE, "camunda:delegateExpression=\"${dataSource}\"");
        task("external task", GateRule.EXTERNAL_TASK, "camunda:type=\"external\" camunda:topic=\"shell\"");
        task("shell task", GateRule.EXTERNAL_TASK, "camunda:type=\"shell\"");
        task("topic alone", GateRule.EXTERNAL_TASK, "camunda:topic=\"shell\"");
        task("unknown setting", GateRule.CAMUNDA_EXTRA, "camunda:caseRef=\"x\"");
        instead("script task", GateRule.SCRIPT,
                "<bpmn:scriptTask id=\"Task_Count\" name=\"Count the days\" scriptFormat=\"groovy\"><bpmn:script>'id'.execute()</bpmn:script></bpmn:scriptTask>");
        instead("script task in disguise", GateRule.SCRIPT,
                "<x:scriptTask xmlns:x=\"urn:x\" id=\"Task_Count\" name=\"Count the days\" scriptFormat=\"javascript\"><x:script>1</x:script></x:scriptTask>");
        instead("script in a file", GateRule.SCRIPT,
                "<bpmn:scriptTask id=\"Task_Count\" name=\"Count the days\" scriptFormat=\"groovy\" camunda:resource=\"deployment://x.groovy\" />");
        instead("send task", GateRule.ELEMENT_KIND, "<bpmn:sendTask id=\"Task_Count\" name=\"Count the days\" camunda:expression=\"${clocks.countedDays(caseReference)}\" />");
        inside("execution listener", GateRule.LISTENER, "<camunda:executionListener event=\"start\" expression=\"${dataSource.connection}\" />");
        inside("listener with a class", GateRule.LISTENER, "<camunda:executionListener event=\"start\" class=\"a.B\" />");
        inside("connector", GateRule.CONNECTOR, "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>");
        inside("script in an input", GateRule.INPUT_OUTPUT,
                "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter></camunda:inputOutput>");
        inside("injected field", GateRule.CODE_CLASS, "<camunda:field name=\"x\"><camunda:expression>${dataSource}</camunda:expression></camunda:field>");
        inside("errors of an external task", GateRule.EXTERNAL_TASK, "<camunda:errorEventDefinition errorRef=\"x\" expression=\"${true}\" />");
        inside("unknown addition", GateRule.CAMUNDA_EXTRA, "<camunda:potentialStarter />");
        instead("class for variables", GateRule.CODE_CLASS,
                "<bpmn:callActivity id=\"Task_Count\" name=\"Count the days\" calledElement=\"Hostile\" camunda:calledElementBinding=\"deployment\" camunda:variableMappingClass=\"a.B\" />");
        instead("delegate for variables", GateRule.CODE_DELEGATE,
                "<bpmn:callActivity id=\"Task_Count\" name=\"Count the days\" calledElement=\"Hostile\" camunda:calledElementBinding=\"deployment\" camunda:variableMappingDelegateExpression=\"${x}\" />");
        instead("task listener", GateRule.LISTENER, user("", "<bpmn:extensionElements><camunda:taskListener event=\"create\" expression=\"${dataSource}\" /></bpmn:extensionElements>"));
        instead("form handler", GateRule.CODE_CLASS, user("",
                "<bpmn:extensionElements><camunda:formData formHandlerClass=\"a.B\" /></bpmn:extensionElements>"));
    }

    private void expressions() {
        expression("a bean of the house", GateRule.UNKNOWN_CALL, "dataSource.getConnection()");
        expression("a shell", GateRule.UNKNOWN_CALL, "jdbcTemplate.execute('copy (select 1) to program')");
        expression("the engine", GateRule.EXPRESSION_REACH, "execution.processEngineServices.runtimeService");
        expression("reflection", GateRule.UNKNOWN_CALL, "caseReference.getClass()");
        expression("reflection on text", GateRule.EXPRESSION_REACH, "''.getClass().forName('java.lang.Runtime')");
        expression("reflection on a result", GateRule.EXPRESSION_REACH, "clocks.countedDays(caseReference).getClass()");
        expression("a property of a bean", GateRule.EXPRESSION_REACH, "clocks.class");
        expression("an index", GateRule.EXPRESSION_REACH, "caseReference['class']");
        expression("an unmarked method", GateRule.UNKNOWN_CALL, "clocks.hashCode()");
        expression("too many values", GateRule.UNKNOWN_CALL, "clocks.countedDays(caseReference, 1, 2, 3)");
        expression("a call in a call", GateRule.UNKNOWN_CALL, "clocks.countedDays(environment.getProperty('spring.datasource.password'))");
        expression("a call behind a choice", GateRule.UNKNOWN_CALL, "empty caseReference ? path : dataSource.getConnection()");
        expression("a function", GateRule.UNKNOWN_CALL, "now()");
        expression("a function with a prefix", GateRule.UNKNOWN_CALL, "spin:JSON('{}')");
        expression("a bean by itself", GateRule.UNKNOWN_VARIABLE, "environment");
        expression("an assignment", GateRule.EXPRESSION_FORM, "path = 'REVIEW'");
        expression("a second expression", GateRule.UNKNOWN_CALL, "clocks.countedDays(caseReference)}${dataSource.getConnection()");
        expression("text that hides a bracket", GateRule.UNKNOWN_CALL, "dataSource.getConnection('}')");
        expression("a deep nest", GateRule.EXPRESSION_FORM, "(".repeat(500) + "path" + ")".repeat(500));
        instead("expression in a name", GateRule.UNKNOWN_CALL, user("", "").replace("Count the days", "Count ${dataSource.getConnection()}"), null);
        instead("expression in documentation", GateRule.UNKNOWN_CALL,
                user("", "<bpmn:documentation>#{dataSource.getConnection()}</bpmn:documentation>"));
        instead("expression in a due day", GateRule.UNKNOWN_CALL, user("camunda:dueDate=\"${dataSource.getConnection()}\"", ""));
        instead("expression in candidates", GateRule.UNKNOWN_CALL, user("camunda:candidateUsers=\"${dataSource.getConnection()}\"", ""));
        instead("expression split by a comment", GateRule.UNKNOWN_CALL,
                user("", "<bpmn:documentation>$<!-- -->{dataSource.getConnection()}</bpmn:documentation>"));
        instead("expression where no call belongs", GateRule.EXPRESSION_PLACE,
                "<bpmn:businessRuleTask id=\"Task_Count\" name=\"Count the days\" camunda:expression=\"${clocks.countedDays(caseReference)}\" />");
        inside("expression for retries", GateRule.UNKNOWN_CALL, "<camunda:failedJobRetryTimeCycle>${dataSource.getConnection()}</camunda:failedJobRetryTimeCycle>");
        instead("expression in a repetition", GateRule.UNKNOWN_CALL, SERVICE.replace(" />",
                "><bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${dataSource.getConnection()}\" camunda:elementVariable=\"allegationNumber\" /></bpmn:serviceTask>"));
        instead("expression in a mapping", GateRule.UNKNOWN_CALL, call("<camunda:in sourceExpression=\"${dataSource.getConnection()}\" target=\"path\" />"));
        instead("a business key of one's own", GateRule.EXPRESSION_REACH, call("<camunda:in businessKey=\"#{execution.id}\" />"));
        diagram("expression in a condition", GateRule.UNKNOWN_CALL, "targetRef=\"End_Counted\" />",
                "targetRef=\"End_Counted\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\"><![CDATA[${dataSource.getConnection()}]]></bpmn:conditionExpression></bpmn:sequenceFlow>");
        diagram("script in a condition", GateRule.SCRIPT, "targetRef=\"End_Counted\" />",
                "targetRef=\"End_Counted\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">true</bpmn:conditionExpression></bpmn:sequenceFlow>");
    }

    private void elsewhere() {
        instead("called diagram by expression", GateRule.DYNAMIC_NAME,
                "<bpmn:callActivity id=\"Task_Count\" name=\"Count the days\" calledElement=\"${path}\" camunda:calledElementBinding=\"deployment\" />");
        instead("called diagram of another set", GateRule.SET_INCOMPLETE,
                "<bpmn:callActivity id=\"Task_Count\" name=\"Count the days\" calledElement=\"IssueLetters\" camunda:calledElementBinding=\"deployment\" />");
        instead("called diagram of any version", GateRule.BINDING,
                "<bpmn:callActivity id=\"Task_Count\" name=\"Count the days\" calledElement=\"Hostile\" camunda:calledElementBinding=\"latest\" />");
        instead("form by key", GateRule.FORM_ELSEWHERE, user("camunda:formKey=\"embedded:deployment:x.html\"", ""));
        instead("form from the web", GateRule.FORM_ELSEWHERE, user("camunda:formKey=\"https://evil.example/form\"", ""));
        instead("form fields in the diagram", GateRule.FORM_ELSEWHERE,
                user("", "<bpmn:extensionElements><camunda:formData><camunda:formField id=\"x\" type=\"string\" /></camunda:formData></bpmn:extensionElements>"));
    }

    private void beginnings() {
        start("timer", "<bpmn:timerEventDefinition id=\"T\"><bpmn:timeCycle>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition>");
        start("timer with an expression", "<bpmn:timerEventDefinition id=\"T\"><bpmn:timeDate>${clocks.due(caseReference, 'PAPERS')}</bpmn:timeDate></bpmn:timerEventDefinition>");
        start("message", "<bpmn:messageEventDefinition id=\"M\" messageRef=\"Message_Withdrawn\" />");
        start("signal", "<bpmn:signalEventDefinition id=\"S\" signalRef=\"Signal_1\" />");
        String timer = "<bpmn:intermediateCatchEvent id=\"Task_Count\" name=\"Wait a moment\"><bpmn:timerEventDefinition id=\"T\">%s</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
        instead("timer that counts", GateRule.TIMER, timer.formatted("<bpmn:timeDuration>PT1S</bpmn:timeDuration>"), "Wait a moment");
        instead("timer that runs code", GateRule.UNKNOWN_CALL, timer.formatted("<bpmn:timeDate>${dataSource.getConnection()}</bpmn:timeDate>"), "Wait a moment");
        instead("condition that is watched", GateRule.SCRIPT, "<bpmn:intermediateCatchEvent id=\"Task_Count\" name=\"Wait a moment\"><bpmn:conditionalEventDefinition id=\"C\">"
                + "<bpmn:condition language=\"groovy\">true</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>", "Wait a moment");
    }

    private void tables() {
        table("JUEL in a cell", GateRule.TABLE_LANGUAGE, "<outputEntry id=\"Entry_open\">", "<outputEntry id=\"Entry_open\" expressionLanguage=\"juel\">");
        table("Groovy in an input", GateRule.TABLE_LANGUAGE, "typeRef=\"string\"><text>key", "typeRef=\"string\" expressionLanguage=\"groovy\"><text>key");
        table("JavaScript in a condition", GateRule.TABLE_LANGUAGE, "<inputEntry id=\"Entry_key\">", "<inputEntry id=\"Entry_key\" expressionLanguage=\"javascript\">");
        table("JUEL for the whole file", GateRule.TABLE_LANGUAGE, "name=\"Hostile\" namespace", "expressionLanguage=\"juel\" name=\"Hostile\" namespace");
        table("types of Java", GateRule.TABLE_LANGUAGE, "name=\"Hostile\" namespace", "typeLanguage=\"java\" name=\"Hostile\" namespace");
        table("JUEL without saying so", GateRule.TABLE_LANGUAGE, "<text>\"YES\"</text>", "<text>${dataSource.getConnection()}</text>");
        table("Java in FEEL", GateRule.TABLE_CODE, "<text>\"YES\"</text>",
                "<text>function(x) external { java: { class: \"java.lang.Runtime\", method signature: \"getRuntime()\" } }</text>");
        table("a literal expression", GateRule.TABLE_KIND, "</definitions>",
                "<decision id=\"Other\" name=\"Is it hostile?\" camunda:historyTimeToLive=\"P1D\"><literalExpression id=\"L\"><text>1</text></literalExpression></decision></definitions>");
        table("an invocation", GateRule.TABLE_KIND, "</definitions>",
                "<decision id=\"Other\" name=\"Is it hostile?\" camunda:historyTimeToLive=\"P1D\"><invocation id=\"L\" /></decision></definitions>");
        table("a model of functions", GateRule.TABLE_KIND, "</definitions>", "<businessKnowledgeModel id=\"B\" name=\"Is it hostile?\" /></definitions>");
        table("an import", GateRule.TABLE_KIND, "</definitions>", "<import namespace=\"x\" locationURI=\"http://evil.example/x\" importType=\"y\" name=\"Is it hostile?\" /></definitions>", null);
    }

    private void forms() {
        form("HTML", GateRule.FORM_COMPONENT, "\"type\": \"text\", \"id\"", "\"type\": \"html\", \"content\": \"x\", \"id\"", "Look at it.");
        form("a page in a page", GateRule.FORM_COMPONENT, "\"type\": \"text\", \"id\"", "\"type\": \"iframe\", \"url\": \"https://evil.example\", \"id\"", "Look at it.");
        form("a script in the words", GateRule.FORM_CODE, "Look at it.", "Look <script>alert(1)</script>", null);
        form("a handler in the words", GateRule.FORM_CODE, "Look at it.", "Look <img src=x onerror=alert(1)>", null);
        form("a link that runs", GateRule.FORM_CODE, "Look at it.", "[Look](javascript:alert(1))", null);
        form("a link that hides", GateRule.FORM_CODE, "Look at it.", "[Look](java\\tscript:alert(1))", null);
        form("a function", GateRule.FORM_CODE, "\"key\": \"seen\",", "\"key\": \"seen\", \"conditional\": {\"hide\": \"=function(x) external {}\"},", "I have seen it");
        form("an expression of the engine", GateRule.FORM_CODE, "I have seen it", "${dataSource.connection}", null);
        form("a template that computes", GateRule.FORM_CODE, "Look at it.", "{{#if x}}y{{/if}}", null);
        form("a key twice", GateRule.FILE_UNREADABLE, "\"id\": \"Hostile\",", "\"id\": \"Hostile\", \"id\": \"Other\",", null);
    }

    private void files() {
        file("a Groovy file", "x.groovy", GateRule.FILE_ENDING, "'id'.execute()");
        file("a JavaScript file", "x.js", GateRule.FILE_ENDING, "alert(1)");
        file("a page", "x.html", GateRule.FILE_ENDING, "<script>alert(1)</script>");
        file("a case diagram", "x.cmmn", GateRule.FILE_ENDING, "<definitions/>");
        file("a diagram by its old ending", "x.bpmn20.xml", GateRule.FILE_ENDING, DIAGRAM.formatted(SERVICE));
        file("an ending in capitals", "x.BPMN", GateRule.FILE_ENDING, DIAGRAM.formatted(SERVICE));
        file("a diagram as a letter", "x.ftlh", GateRule.FILE_DISGUISE, DIAGRAM.formatted(SERVICE));
        file("a table as a diagram", "x.bpmn", GateRule.FILE_DISGUISE, TABLE);
        file("a diagram as a table", "x.dmn", GateRule.FILE_DISGUISE, DIAGRAM.formatted(SERVICE));
        file("a path upwards", "../x.bpmn", GateRule.FILE_NAME, DIAGRAM.formatted(SERVICE));
        file("no XML", "x.bpmn", GateRule.FILE_UNREADABLE, "not a diagram");
        file("an entity", "x.bpmn", GateRule.XML_OUTSIDE,
                DIAGRAM.formatted(SERVICE).replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n"));
        file("an endless nest", "x.bpmn", GateRule.FILE_UNREADABLE, "<a>".repeat(5_000) + "</a>".repeat(5_000));
        file("a schema elsewhere", "x.bpmn", GateRule.XML_OUTSIDE,
                DIAGRAM.formatted(SERVICE).replace("id=\"Definitions_Hostile\"", "id=\"D\" xsi:schemaLocation=\"http://a http://evil.example/x.xsd\""));
        file("a diagram that does not run", "x.bpmn", GateRule.NOTHING_TO_RUN, DIAGRAM.formatted(SERVICE).replace(" isExecutable=\"true\"", ""));
        file("a diagram without a process", "x.bpmn", GateRule.NOTHING_TO_RUN,
                "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"D\" targetNamespace=\"x\" />");
        file("a letter that makes objects", "x.ftlh", GateRule.LETTER_CODE, "${\"freemarker.template.utility.Execute\"?new()(\"id\")}");
        file("a letter that hides it", "x.ftlh", GateRule.LETTER_CODE, "${x?<#-- -->api.class}");
        file("a declaration that makes objects", "x.yml", GateRule.DECLARATION_CODE, "a: !!javax.script.ScriptEngineManager []");
    }

    private void task(String name, GateRule rule, String attributes) {
        instead(name, rule, SERVICE.replace(" />", " " + attributes + " />"));
    }

    private void inside(String name, GateRule rule, String extension) {
        instead(name, rule, SERVICE.replace(" />", "><bpmn:extensionElements>" + extension + "</bpmn:extensionElements></bpmn:serviceTask>"));
    }

    private void expression(String name, GateRule rule, String expression) {
        instead("expression: " + name, rule, SERVICE.replace("clocks.countedDays(caseReference)", expression));
    }

    private void start(String name, String definition) {
        diagram("start by " + name, GateRule.START_BY_ITSELF, "name=\"Trial asked for\" />", "name=\"Trial asked for\">" + definition + "</bpmn:startEvent>", "Trial asked for");
    }

    private void instead(String name, GateRule rule, String step) {
        instead(name, rule, step, "Count the days");
    }

    private void instead(String name, GateRule rule, String step, String label) {
        add(name, rule, label, "Hostile.bpmn", DIAGRAM.formatted(step));
    }

    private void diagram(String name, GateRule rule, String from, String to) {
        diagram(name, rule, from, to, "Hostile trial");
    }

    private void diagram(String name, GateRule rule, String from, String to, String label) {
        add(name, rule, label, "Hostile.bpmn", replaced(DIAGRAM.formatted(SERVICE), from, to));
    }

    private void table(String name, GateRule rule, String from, String to) {
        table(name, rule, from, to, rule == GateRule.TABLE_LANGUAGE && from.startsWith("name=") ? "Hostile" : "");
    }

    private void table(String name, GateRule rule, String from, String to, String label) {
        add("table: " + name, rule, label, "HostileTable.dmn", replaced(TABLE, from, to));
    }

    private void form(String name, GateRule rule, String from, String to, String label) {
        add("form: " + name, rule, label, "Hostile.form", replaced(FORM, from, to));
    }

    private void file(String name, String file, GateRule rule, String content) {
        add("file: " + name, rule, null, file, content);
    }

    private void add(String name, GateRule rule, String label, String file, String content) {
        all.add(new Hostile(name, rule, label, Map.of(file, bytes(content))));
    }

    private static String call(String mapping) {
        return "<bpmn:callActivity id=\"Task_Count\" name=\"Count the days\" calledElement=\"Hostile\" camunda:calledElementBinding=\"deployment\"><bpmn:extensionElements>"
                + mapping + "</bpmn:extensionElements></bpmn:callActivity>";
    }

    private static String user(String attributes, String content) {
        return "<bpmn:userTask id=\"Task_Count\" name=\"Count the days\" " + attributes + ">" + content + "</bpmn:userTask>";
    }

    private static String replaced(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException("Nothing to spoil: " + from);
        }
        return text.replace(from, to);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
