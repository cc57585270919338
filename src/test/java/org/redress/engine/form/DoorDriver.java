package org.redress.engine.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Speaks the trial procedure's words in tests. */
class DoorDriver {

    private static final AtomicInteger CASES = new AtomicInteger();
    private static final List<String> TABLES = List.of("ACT_RU_VARIABLE", "ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_GE_BYTEARRAY", "ACT_HI_COMMENT", "ACT_HI_OP_LOG");

    private final ProcessEngine engine;
    private final JdbcTemplate tables;

    DoorDriver(ProcessEngine engine, JdbcTemplate tables) {
        this.engine = engine;
        this.tables = tables;
    }

    String deploy() {
        return deploy(Map.of());
    }

    /** Deploys the trial with some files changed, by file name; null leaves a file out. */
    String deploy(Map<String, String> changed) {
        var deployment = engine.getRepositoryService().createDeployment().name("trial");
        Map<String, String> files = new HashMap<>();
        for (String name : List.of("DoorTrial.bpmn", "WeighReport.form", "CheckReport.form")) {
            files.put(name, read(name));
        }
        files.putAll(changed);
        files.forEach((name, content) -> {
            if (content != null) {
                deployment.addString((name.endsWith("bpmn") ? "processes/" : "forms/") + "formdoor/" + name, content);
            }
        });
        return deployment.deploy().getId();
    }

    static String read(String name) {
        try {
            return new String(new ClassPathResource("formdoor/" + name).getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    /** Starts a case of its own and gives its first task's id. */
    String start() {
        engine.getIdentityService().clearAuthentication();
        String reference = "TR/2026/" + CASES.incrementAndGet();
        engine.getRuntimeService().startProcessInstanceByKey("DoorTrial", reference, Map.of("caseReference", reference, "secret", "42", "copies", 3));
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).singleResult().getId();
    }

    void signIn(String person) {
        engine.getIdentityService().setAuthentication(person, List.of("weighers"));
    }

    void signOut() {
        engine.getIdentityService().clearAuthentication();
    }

    void submit(String taskId, Map<String, Object> answers) {
        engine.getFormService().submitTaskForm(taskId, answers);
    }

    Task task(String taskId) {
        return engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
    }

    boolean isOpen(String taskId) {
        return task(taskId) != null;
    }

    List<Map<String, Object>> reports(String reference) {
        return tables.queryForList("select * from app.report where case_reference = ?", reference);
    }

    String reference(String taskId) {
        String instance = engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(taskId).singleResult().getProcessInstanceId();
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey();
    }

    Map<String, Object> variables(String taskId) {
        String instance = engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(taskId).singleResult().getProcessInstanceId();
        Map<String, Object> found = new HashMap<>();
        engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(instance).list()
                .forEach(variable -> found.put(variable.getName(), variable.getValue()));
        return found;
    }

    /** The engine's tables that hold a piece of text anywhere in a row. */
    List<String> engineTablesWith(String text) {
        return TABLES.stream()
                .filter(table -> tables.queryForObject("select count(*) from public." + table + " t where t::text like ?"
                        + (table.equals("ACT_GE_BYTEARRAY") ? " or position(convert_to('" + text.replace("'", "''") + "', 'UTF8') in bytes_) > 0" : ""),
                        Long.class, "%" + text + "%") > 0)
                .toList();
    }

    /** Answers that stand. */
    static Map<String, Object> answers() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("title", "A title");
        answers.put("reason", "Because of what was seen");
        answers.put("verdict", "UPHELD");
        return answers;
    }

    static Map<String, Object> with(String key, Object value) {
        Map<String, Object> answers = answers();
        answers.put(key, value);
        return answers;
    }
}
