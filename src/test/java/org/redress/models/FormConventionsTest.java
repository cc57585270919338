package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class FormConventionsTest {

    private static final Map<String, String> FORMS = Models.forms();

    /** What each step asks, in order; {@code !} marks what must be answered (where it is shown). */
    private static final String STEPS = """
            AcknowledgeApplication: letterChecked! adjustmentsAgreed
            AgreeHandling: handling! allocateTo
            AgreeNewTarget: newTargetOn! reason!
            AmendLetters: letter additionalText allegationsAbout amended!
            ApproveLetters: approved! lettersRead namesMayStay amendments
            AskAboutWithdrawal: letterChecked!
            AskApplicant: letterChecked!
            AssessAllegation: complaintUnderstood! allegationAnswered! handlingRightForSeriousness! sensibleEnquiriesMade! evidenceWeighed! \
            reasoningClear! outcomeFollows! lawfulTestsApplied! learningFound! remedyFair! complainantListenedTo! plainExplanationGiven! \
            finding! about! concerns reason! reasonForForce reasonForSubject reasonForInterested departureReason oversightPoint
            ChasePapers: chasedHow! chaseNote nextChaseOn
            ChaseReply: newReplyDay!
            CheckConflicts: conflictFound! barredStaff! conflictReason! allocateTo
            CheckQuality: sound! checkNote
            CloseCase: centurionUpdated! closingNote
            ConfirmFacts: complaintMadeOn isComplaint recorded finalOutcomeGiven relatesToOpenOldMatter reopenedUnder13B investigation! \
            mixedHandling routeReason! earlyReport lpbIsAppropriateAuthority seniorOfficer disciplineOrCrimeRuledOut article2Or3RuledOut referredToIopc mustBeReferred \
            treatedAsReferred sameIncidentAsIopcComplaint anyPartForIopc ownForce clockStarted informationProvidedOn lateReasons \
            applicantIsComplainant consentHeld contentsComplete contentsWaived withdrawn alreadyReviewed
            DecideExtension: specialCircumstances! extensionReason!
            DecideMoreTime: moreTime! newReplyDay! reason!
            DecideOnSilence: silenceMeans! reason!
            DecideOutcome: outcome! measures recommendationText outcomeReason! reasonForForce reasonForSubject \
            reasonForInterested departureReason
            DecideValidity: path! departureReason
            DirectForce: direct! reason!
            ExplainRefusal: refusalReason!
            ForwardToIopc: forwardedOn! howForwarded! letterChecked!
            NotifyForce: letterChecked! lettersRead
            ObtainPapers: papersComplete! papersReceivedOn! pagesOfPapers furtherAllegations
            PassToOtherBody: otherBody! passedOn! letterChecked!
            PassWithdrawalToForce: passedOn! howPassed!
            ProposeDirection: steps! reason! newReplyDay!
            RecordAnswer: receivedOn! answerText lateReasons consentHeld
            RecordLearning: learning oversightPoints toGovernanceMeeting
            RecordReply: receivedOn! replyKind! replyAnswer! replyText! moreTimeUntil!
            RecordWithdrawalReply: receivedOn! withdrawalReply! signedBy! replyText
            SendReplyOn: sendTo! sharedText withholdReason
            SettleLetter: settlement! howKnown! leftOn! newEmail newAddress reason!
            TakeUpConcern: answer! allocateTo
            TakeUpRefusal: takenUp!
            TriageCase: deathOrSeriousInjury article2Or3Raised discriminationAlleged vulnerableComplainant mediaInterest \
            litigationThreatened unreasonableConduct repeatContact
            UpdateApplicant: stage! letterChecked!
            """;

    static Stream<String> forms() {
        return FORMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_keeps_the_house_rules(String file) {
        assertThat(FormRules.faults(file, FORMS.get(file))).isEmpty();
    }

    @Test
    void each_form_asks_what_its_step_needs_and_no_more() {
        String asked = FORMS.entrySet().stream()
                .map(form -> form.getKey() + ": " + String.join(" ", FormRules.fields(form.getKey(), form.getValue())) + "\n")
                .collect(Collectors.joining());
        assertThat(asked).isEqualTo(STEPS);
    }

    @Test
    void every_user_task_has_its_form_and_no_form_is_left_over() {
        List<String> asked = new ArrayList<>();
        for (String xml : Models.diagrams().values()) {
            for (Element task : new Diagram(xml).nodes("userTask")) {
                asked.add(Diagram.camunda(task, "formRef"));
            }
        }
        Collections.sort(asked);
        assertThat(asked).as("forms that the user tasks refer to, each once").containsExactlyElementsOf(new TreeMap<>(FORMS).keySet());
    }

    /** Each line spoils one thing in a good form; the rules must notice it and name the field. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            CloseCase | "id": "CloseCase" | "id": "Close" | give the form the id of its file
            CloseCase | "schemaVersion": 16 | "schemaVersion": 18 | keep schemaVersion 16
            CloseCase | ({{casePage}}) | (/cases) | links to the case file
            CloseCase | {{caseReference}} | {{surname}} | nobody provides surname
            CloseCase | "type": "checkbox" | "type": "filepicker" | replace the filepicker
            CloseCase | "type": "checkbox" | "type": "dynamiclist" | replace the dynamiclist
            CloseCase | "type": "checkbox" | "type": "html" | replace the html
            CloseCase | "key": "closingNote" | "key": "ClosingNote" | lower camel case
            CloseCase | "key": "closingNote" | "key": "centurionUpdated" | a key of its own
            CloseCase | "label": "Is there anything to note at the end?" | "label": "" | ask the question in the label
            CloseCase | to note at the end?" | to note at the end" | end the question with '?'
            CloseCase | result of the review" | result of the review?" | state in the label what a tick means
            CloseCase | "description": "Leave empty if not." | "description": "" | help in one line
            CloseCase | "maxLength": 4000 | "minLength": 1 | limit the length
            CloseCase | "required": true | "required": "=closingNote = null" | reads no expression there
            CloseCase | Leave empty if not. | Please leave empty. | say what to do
            CheckQuality | "value": "NO" | "value": "no" | in capitals
            CheckQuality | "label": "Yes: the outcome letters are drafted" | "label": "" | say each choice once
            CheckQuality | "required": true | "required": false | make the answer required
            CheckConflicts | "valuesKey": "staff" | "valuesKey": "everyone" | take the choices from one of
            CheckConflicts | =conflictFound | =conflictSeen | there is no conflictSeen
            ConfirmFacts | "showOutline": true | "path": "facts" | take the path off the group
            """)
    void a_spoilt_form_is_found_out(String file, String good, String spoilt, String expected) {
        String json = FORMS.get(file);
        assertThat(json).as("the passage to spoil").contains(good);
        assertThat(FormRules.faults(file, json.replace(good, spoilt)))
                .anySatisfy(fault -> assertThat(fault).startsWith(file + ".form, ").contains(expected));
    }
}
