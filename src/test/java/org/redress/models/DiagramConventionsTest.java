package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.models.DiagramRules.Surroundings;
import org.w3c.dom.Element;

class DiagramConventionsTest {

    private static final Map<String, String> DIAGRAMS = Models.diagrams();
    private static final Surroundings KNOWN =
            new Surroundings(DIAGRAMS.keySet(), Models.forms().keySet(), Models.register(), Models.clocks(), Models.groups());

    static Stream<String> diagrams() {
        return DIAGRAMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_diagram_keeps_the_house_rules(String file) {
        assertThat(DiagramRules.faults(file, DIAGRAMS.get(file), KNOWN)).isEmpty();
    }

    @Test
    void the_statutory_review_calls_every_other_diagram_except_those_that_run_beside_it() {
        Set<String> called = new TreeSet<>();
        for (String xml : DIAGRAMS.values()) {
            for (Element call : new Diagram(xml).nodes("callActivity")) {
                called.add(call.getAttribute("calledElement"));
            }
        }
        Set<String> alone = new TreeSet<>(DIAGRAMS.keySet());
        alone.removeAll(called);
        assertThat(alone).containsExactly(
                "LetterOwed", "ProgressUpdate", "RaisedCase", "RecommendationReply", "StatutoryReview", "WithdrawalIndication");
    }

    @Test
    void every_decision_that_a_diagram_asks_has_its_table() {
        List<String> tables = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Models.PROCESSES)) {
            files.filter(file -> file.toString().endsWith(".dmn")).forEach(file -> tables.add(Models.read(file)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<String> missing = DiagramRules.DECISIONS.stream()
                .filter(decision -> tables.stream().noneMatch(table -> table.contains("<decision id=\"" + decision + "\"")))
                .toList();
        assertThat(missing).as("decisions without a table").isEmpty();
    }

    @Test
    void a_called_procedure_hands_back_only_what_it_sets_itself() {
        // a variable that nobody sets would come back empty and send the case the wrong way
        Map<String, Set<String>> sets = Map.of(
                "TestApplication", Set.of("path", "route", "reviewBody", "regime", "timeliness"),
                "CarryOutReview", Set.of("outcome", "path", "risk"));
        for (Map.Entry<String, String> diagram : DIAGRAMS.entrySet()) {
            for (Element call : new Diagram(diagram.getValue()).nodes("callActivity")) {
                List<String> back = Diagram.extensions(call, "out").stream().map(out -> out.getAttribute("source")).toList();
                assertThat(sets.getOrDefault(call.getAttribute("calledElement"), Set.of()))
                        .as(diagram.getKey() + ", " + Diagram.id(call))
                        .containsAll(back);
            }
        }
    }

    /** Each line spoils one thing in a good diagram; the rules must notice it and name the element. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            IssueLetters | id="IssueLetters" name | id="Letters" name | give the process the id of its file
            IssueLetters | camunda:historyTimeToLive="P2192D" | | time to live
            IssueLetters | camunda:versionTag="1" | | version tag
            IssueLetters | camunda:isStartableInTasklist="false" | | not startable
            IssueLetters | Task_DraftLetters | Activity_0ab12cd | Activity_0ab12cd: give it an id
            IssueLetters | name="Draft the letters" | name="Draft The Letters" | sentence case
            IssueLetters | name="Draft the letters" | name="" | name it in staff words
            IssueLetters | name="Draft the letters" | name="Handle the letters" | can mean anything
            IssueLetters | name="Draft the letters" | name="Drafting the letters" | begin with a verb
            IssueLetters | name="Draft the letters" | name="Draft the letters to everyone who must have one" | shorten the name
            IssueLetters | approved?" | approved" | ask a question
            IssueLetters | default="Flow_AreTheyApprovedYes" | | choose a default flow
            IssueLetters | name="Yes" | | label the flow
            IssueLetters | camunda:asyncAfter="true" | | must not be sent twice
            IssueLetters | PT1M,PT10M,PT1H,PT6H | PT1M | retry cycle
            IssueLetters | camunda:formRef="AmendLetters" | camunda:formRef="Amend" | set the form reference
            IssueLetters | camunda:formRefBinding="deployment" | camunda:formRefBinding="latest" | bind the form
            IssueLetters | camunda:candidateGroups="caseworkers" | camunda:candidateGroups="everyone" | candidate groups
            IssueLetters | &#39;DECISION_TARGET&#39; | &#39;SOON&#39; | one of the clocks
            IssueLetters | Done when the letters say | The letters say | what done means
            IssueLetters | ${caseLetters.draft(caseReference, letterPurpose)} | ${letters.draft(caseReference, letterPurpose)} | call one of
            IssueLetters | draft(caseReference, letterPurpose) | draft(caseReference, whatFor) | declare the variable whatFor
            IssueLetters | camunda:expression="${caseLetters.draft( | camunda:class="org.Draft" camunda:expression="${caseLetters.draft( | camunda:class
            IssueLetters | ${lettersApproved == false} | ${lettersApproved > 3} | only read codes and flags
            IssueLetters | <dc:Bounds x="250" y="120" width="100" height="80" /> | <dc:Bounds x="500" y="120" width="100" height="80" /> | they overlap
            IssueLetters | <di:waypoint x="690" y="310" /> | <di:waypoint x="695" y="310" /> | right angles
            IssueLetters | <dc:Bounds x="645" y="97" width="90" height="28" /> | <dc:Bounds x="645" y="-597" width="2090" height="28" /> | fit A3 landscape
            IssueLetters | <dc:Bounds x="645" y="97" width="90" height="28" /> | <dc:Bounds x="645" y="97" width="490" height="28" /> | a strip of
            CarryOutReview | <di:waypoint x="125" y="680" /> | <di:waypoint x="60" y="680" /> | back to the left of the next row
            TestApplication | <di:waypoint x="130" y="290" /> | <di:waypoint x="80" y="290" /> | back to the left of the next row
            IssueLetters | targetRef="Task_SendLetters" | targetRef="Task_ApproveLetters" | join with a gateway first
            IssueLetters | <bpmndi:BPMNShape id="Task_SendLetters_di" bpmnElement="Task_SendLetters"> | <bpmndi:BPMNShape id="x" bpmnElement="y"> | draw it
            SeekAnswer | camunda:followUpDate= | camunda:candidateUsers= | followUpDate
            SeekAnswer | name="Message_AnswerReceived" | name="answer" | its id as its name
            SeekAnswer | ${clocks.due(caseReference, 'ANSWER_FROM_APPLICANT')} | P28D | numbers of days belong to the clocks
            StatutoryReview | calledElement="SeekAnswer" | calledElement="AskAround" | call a process that exists
            StatutoryReview | calledElementBinding="deployment" | calledElementBinding="latest" | bind the called process
            StatutoryReview | <camunda:in businessKey="#{execution.processBusinessKey}" /> | | hand on the business key
            StatutoryReview | <camunda:out source="path" target="path" /> | <camunda:out variables="all" /> | never all of them
            StatutoryReview | <bpmn:messageEventDefinition id="Start_WithdrawalReceived_Definition" messageRef="Message_Withdrawn" /> | | say which message begins it
            ProgressUpdate | ${clocks.soon(caseReference, 'PROGRESS_UPDATE')} | ${clocks.soon(caseReference, 'TEA')} | wait for a day of one of the clocks
            WithdrawalIndication | (caseReference, 'WITHDRAWAL_REPLY', noticeNumber) | (caseReference, 'WITHDRAWAL_REPLY', 3) + 1 | with one of the clocks
            TestApplication | camunda:decisionRef="Regime" | camunda:decisionRef="OldRules" | refer to one of the decisions
            TestApplication | camunda:mapDecisionResult="singleEntry" | | map the result
            TestApplication | camunda:resultVariable="countedDays" | camunda:resultVariable="clocks" | a bean has that name
            """)
    void a_spoilt_diagram_is_found_out(String file, String good, String spoilt, String expected) {
        String xml = DIAGRAMS.get(file);
        assertThat(xml).as("the passage to spoil").contains(good);
        assertThat(DiagramRules.faults(file, xml.replace(good, spoilt == null ? "" : spoilt), KNOWN))
                .anySatisfy(fault -> assertThat(fault).startsWith(file + ".bpmn, ").contains(expected));
    }

    @Test
    void a_script_in_a_diagram_is_found_out() {
        String xml = DIAGRAMS.get("IssueLetters")
                .replace("<bpmn:serviceTask id=\"Task_DraftLetters\"", "<bpmn:scriptTask id=\"Task_DraftLetters\" scriptFormat=\"groovy\"")
                .replaceFirst("</bpmn:serviceTask>", "</bpmn:scriptTask>");
        assertThat(DiagramRules.faults("IssueLetters", xml, KNOWN))
                .anySatisfy(fault -> assertThat(fault).contains("Task_DraftLetters: remove the scriptTask"));
    }
}
