package org.redress.engine.security;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;

/** The test procedure of one step, in the engine. */
final class DoorCheckProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;

    private DoorCheckProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    static DoorCheckProcess deployed(RepositoryService repository, RuntimeService runtime, TaskService tasks) {
        repository.createDeployment()
                .name("door check")
                .enableDuplicateFiltering(false)
                .addInputStream("processes/doorcheck/DoorCheck.bpmn", resource("DoorCheck.bpmn"))
                .addInputStream("processes/doorcheck/DoorCheckTable.dmn", resource("DoorCheckTable.dmn"))
                .addInputStream("forms/doorcheck/LookAtIt.form", resource("LookAtIt.form"))
                .deploy();
        return new DoorCheckProcess(runtime, tasks);
    }

    /** Starts it and answers with the id of its task. */
    String taskFor(String group) {
        String instance = runtime.startProcessInstanceByKey(
                        "DoorCheck",
                        "RV/2019/000042P",
                        Variables.putValue("handlingGroup", group).putValue("caseReference", "RV/2019/000042P"))
                .getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    }

    private static java.io.InputStream resource(String name) {
        return DoorCheckProcess.class.getResourceAsStream("/doorcheck/" + name);
    }
}
