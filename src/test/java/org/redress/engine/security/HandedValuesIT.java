package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Values handed to the engine, and classes named by a diagram, make no object and run nothing. */
@RedressTest
class HandedValuesIT {

    private static final String PARSER = "org.springframework.expression.spel.standard.SpelExpressionParser";

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Test
    void an_owner_who_hands_bytes_to_a_table_gets_no_answer() {
        HttpResponse<String> answer = ask("{\"value\":\"aGk=\",\"type\":\"Bytes\"}");

        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
        assertThat(ask("{\"value\":2,\"type\":\"Integer\"}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.io.File", PARSER, "java.util.Scanner", "org.redress.engine.security.HandedValuesIT$Planted"})
    void an_owner_who_hands_an_object_to_a_table_gets_no_object_made(String type) {
        Planted.made = false;
        HttpResponse<String> answer = ask("{\"value\":\"{}\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"" + type
                + "\",\"serializationDataFormat\":\"application/json\"}}");

        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
        assertThat(Planted.made).isFalse();
    }

    @Test
    void a_stored_value_becomes_only_a_list_or_map_of_plain_values() {
        String instance = tasks.createTaskQuery()
                .taskId(DoorCheckProcess.deployed(repository, runtime, tasks).taskFor("caseworkers"))
                .singleResult()
                .getProcessInstanceId();
        Planted.made = false;

        for (String type : List.of(Planted.class.getName(), "java.util.ArrayList<" + Planted.class.getName() + ">", "java.io.File")) {
            runtime.setVariable(instance, "planted", Variables.serializedObjectValue(type.startsWith("java.util") ? "[{}]" : "{}")
                    .objectTypeName(type)
                    .serializationDataFormat("application/json")
                    .create());
            assertThatThrownBy(() -> runtime.getVariable(instance, "planted")).as(type).hasStackTraceContaining("planted");
        }
        runtime.removeVariable(instance, "planted");
        for (Object kept : List.of(new ArrayList<>(List.of("a", "b")), List.of(1, 2), new ArrayList<>(List.of(Map.of("code", "V1"))))) {
            runtime.setVariable(instance, "kept", kept);
            assertThat(runtime.getVariable(instance, "kept")).isEqualTo(kept);
        }
        assertThat(Planted.made).isFalse();
        runtime.deleteProcessInstance(instance, "asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file.delete()", "{f: file, n: f.delete()}.n"})
    void a_cell_of_the_engines_own_tables_calls_nothing_on_a_value(String cell) throws Exception {
        Path kept = Files.writeString(folder.resolve("kept"), "precious");
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="x">
                  <decision id="Planted" name="Planted" camunda:historyTimeToLive="P1D">
                    <variable id="v" name="answer"/>
                    <literalExpression id="l"><text>%s</text></literalExpression>
                  </decision>
                </definitions>
                """
                .formatted(cell);

        assertThatThrownBy(() -> inEngine(() -> {
                    DmnEngine engines = engine.getDmnEngine();
                    engines.evaluateDecision(
                            engines.parseDecision("Planted", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))),
                            Variables.putValue("file", kept.toFile()));
                }))
                .hasStackTraceContaining("Tables and conditions are asked about words");
        assertThat(kept).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<startEvent id=\"s\" camunda:formHandlerClass=\"%s\"/>",
                "<userTask id=\"t\" camunda:formHandlerClass=\"%s\"/>",
                "<userTask id=\"t\"><extensionElements><camunda:formData><camunda:formField id=\"f\" type=\"string\"><camunda:validation>"
                        + "<camunda:constraint name=\"validator\" config=\"%s\"/></camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>"
            })
    void a_diagram_that_names_a_class_for_a_form_is_not_even_read(String element) {
        Planted.made = false;
        String diagram = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="x">
                  <process id="Planted" isExecutable="true" camunda:historyTimeToLive="P1D">%s</process>
                </definitions>
                """
                .formatted(element.formatted(Planted.class.getName()));

        assertThatThrownBy(() -> inEngine(() -> new BpmnParser(engine.getExpressionManager(), engine.getBpmnParseFactory())
                        .createParse()
                        .sourceString(diagram)
                        .deployment(new DeploymentEntity())
                        .execute()))
                .hasStackTraceContaining("Diagrams name no classes");
        assertThat(Planted.made).isFalse();
    }

    private HttpResponse<String> ask(String value) {
        return Caller.as("owner", port)
                .post("/engine-rest/decision-definition/key/ReviewOutcome/evaluate", "{\"variables\":{\"notReasonableCount\":" + value + "}}");
    }

    private void inEngine(Runnable work) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            work.run();
            return null;
        });
    }

    /** What a value or a diagram might name. */
    public static class Planted extends DefaultStartFormHandler {

        static boolean made;

        public Planted() {
            made = true;
        }
    }
}
