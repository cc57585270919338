package org.redress.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DoorHouse
class FormGateIT {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate tables;

    @Autowired
    private DeployedStepsCheck startUp;

    private DoorDriver trial;

    @BeforeEach
    void start() {
        trial = new DoorDriver(engine, tables);
        trial.signOut();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                diagram("Task_CheckReport", "Check_It", "step Check_It: its id must be Task_ and the name of the step"),
                diagram("camunda:formRef=\"CheckReport\" camunda:formRefBinding=\"deployment\"", "", "step Task_CheckReport: it needs camunda:formRef=\"CheckReport\""),
                diagram("camunda:formRef=\"CheckReport\" camunda:formRefBinding=\"deployment\"",
                        "camunda:formRef=\"CheckReport\" camunda:formRefBinding=\"latest\"", "step Task_CheckReport: it needs camunda:formRefBinding=\"deployment\""),
                diagram("CheckReport", "SmellReport", "step Task_SmellReport: its form SmellReport.form is not in the same deployment."),
                diagram("CheckReport", "LookAtIt",
                        "step Task_LookAtIt: no bean implements Step<LookAtIt> for a record org.redress.formdoor.LookAtIt, though permissions.csv has a line for it."),
                check(null, null, "step Task_CheckReport: its form CheckReport.form is not in the same deployment."),
                check("\"id\": \"CheckReport\"", "\"id\": \"Check\"", "has the id 'Check' and needs 'CheckReport'"),
                check("\"schemaVersion\": 16", "\"schemaVersion\": 17", "schemaVersion is above 16"),
                check("\"key\": \"sound\"", "\"key\": \"noise\"", "DoorTrial, step Task_CheckReport: the record CheckReport has 'sound', which the form does not ask for."),
                check("\"type\": \"radio\"", "\"type\": \"filepicker\"", "field 'sound': components of type 'filepicker' are not allowed"),
                check("\"type\": \"radio\"", "\"type\": \"number\"", "the form's field 'sound': its answers do not fit the type java.lang.String"),
                check("\"type\": \"radio\"", "\"type\": \"radio\", \"conditional\": { \"hide\": \"=sound (((\" }", "field 'sound': its condition 'sound (((' cannot be answered"),
                check("\"required\": true", "\"required\": \"=yes\"", "a rule by expression (required) does not work in Tasklist"),
                check("\"components\": [", "\"components\": [ { \"type\": \"dynamiclist\", \"id\": \"List_1\", \"path\": \"list\", \"components\": [] },",
                        "dynamiclist 'List_1': components of type 'dynamiclist' are not allowed"),
                check("\"components\": [", "\"components\": [ { \"type\": \"html\", \"id\": \"Html_1\", \"content\": \"<b>x</b>\" },", "html 'Html_1': components of type 'html' are not allowed"),
                check("{", "[", "its form CheckReport.form cannot be used"),
                weigh("\"value\": \"NOT_UPHELD\"", "\"value\": \"PARTLY\"", "the form's field 'verdict': it offers PARTLY, which Verdict does not know"),
                weigh("\"^[A-Z]{2}[0-9]+$\"", "\"^[A-Z\"", "field 'code': its pattern cannot be read"),
                weigh("\"key\": \"code\"", "\"key\": \"email\"", "field 'email': another field has the same key"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_cannot_work_is_not_deployed(Map<String, String> changed, String words) {
        Throwable refused = catchThrowable(() -> trial.deploy(changed));
        assertThat(refused).isInstanceOf(ParseException.class).hasMessageContaining("DoorTrial").hasMessageContaining(words);
    }

    @Test
    void all_faults_are_named_at_once() {
        Map<String, String> changed = new HashMap<>();
        changed.put("CheckReport.form", null);
        changed.put("WeighReport.form", null);
        assertThat(catchThrowable(() -> trial.deploy(changed))).hasMessageContaining("step Task_WeighReport: its form").hasMessageContaining("step Task_CheckReport: its form");
    }

    @Test
    void a_diagram_from_the_modeler_needs_no_folders() {
        assertThatCode(() -> engine.getRepositoryService().createDeployment().name("modeler")
                .addString("DoorTrial.bpmn", DoorDriver.read("DoorTrial.bpmn"))
                .addString("WeighReport.form", DoorDriver.read("WeighReport.form"))
                .addString("CheckReport.form", DoorDriver.read("CheckReport.form"))
                .deploy()).doesNotThrowAnyException();
    }

    @Test
    void what_stands_is_let_in_and_passes_the_check_at_start_up() {
        trial.deploy();
        trial.start();
        assertThatCode(() -> startUp.run(null)).doesNotThrowAnyException();
    }

    private static Arguments diagram(String from, String to, String words) {
        return changed("DoorTrial.bpmn", from, to, words);
    }

    private static Arguments check(String from, String to, String words) {
        return changed("CheckReport.form", from, to, words);
    }

    private static Arguments weigh(String from, String to, String words) {
        return changed("WeighReport.form", from, to, words);
    }

    private static Arguments changed(String file, String from, String to, String words) {
        Map<String, String> changed = new HashMap<>();
        changed.put(file, from == null ? null : DoorDriver.read(file).replace(from, to));
        return Arguments.of(changed, words);
    }
}
