package org.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;

/**
 * The team at work on a case whose facts are known: each step is completed by somebody who may, with the answers that
 * the papers give.
 */
public class Colleagues {

    private static final List<String> CONFIRMED = List.of(
            "complaintMadeOn",
            "isComplaint",
            "recorded",
            "finalOutcomeGiven",
            "relatesToOpenOldMatter",
            "reopenedUnder13B",
            "investigation",
            "earlyReport",
            "lpbIsAppropriateAuthority",
            "seniorOfficer",
            "disciplineOrCrimeRuledOut",
            "article2Or3RuledOut",
            "referredToIopc",
            "mustBeReferred",
            "treatedAsReferred",
            "sameIncidentAsIopcComplaint",
            "anyPartForIopc",
            "ownForce",
            "clockStarted",
            "informationProvidedOn",
            "applicantIsComplainant",
            "consentHeld",
            "contentsComplete",
            "contentsWaived",
            "withdrawn",
            "alreadyReviewed",
            "lateReasons");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Desk desk;
    private final LocalDate today;

    public Colleagues(Desk desk, LocalDate today) {
        this.desk = desk;
        this.today = today;
    }

    /** Works a case until no step waits, or until one of the steps to stop at does. Gives the steps done, in order. */
    public List<String> work(String reference, JsonNode facts, String... stopAt) {
        List<String> done = new ArrayList<>();
        for (int round = 0; round < 80; round++) {
            desk.letTheEngineWork();
            Waiting next = next(reference);
            if (next == null || List.of(stopAt).contains(next.step())) {
                return done;
            }
            Answer answer = complete(next, facts);
            assertThat(answer.status())
                    .as("%s of %s: %s", next.step(), reference, answer.raw().body())
                    .isEqualTo(204);
            done.add(next.step());
        }
        throw new AssertionError("The case " + reference + " does not come to an end: " + done);
    }

    /** Completes one step in the way of the facts. */
    public Answer complete(Waiting step, JsonNode facts) {
        return desk.submit(who(step), step, answers(step, facts));
    }

    /** The step that waits first, in the eyes of whoever may do it; null where none waits. */
    public Waiting next(String reference) {
        for (String account : List.of("caseworker1", "officer1", "manager")) {
            List<Waiting> waiting = desk.waiting(account, reference);
            if (!waiting.isEmpty()) {
                return waiting.get(0);
            }
        }
        return null;
    }

    public String who(Waiting step) {
        return switch (step.step()) {
            case "CheckConflicts", "CheckQuality", "DecideOnSilence", "SendReplyOn", "DecideMoreTime", "ProposeDirection" ->
                "officer1";
            case "ApproveLetters" -> "officer2";
            case "DecideExtension", "RecordLearning", "AgreeNewTarget", "TakeUpRefusal", "DirectForce" -> "manager";
            case "AgreeHandling", "TakeUpConcern" -> desk.waiting("officer1", step.caseReference()).stream()
                            .anyMatch(found -> found.id().equals(step.id()))
                    ? "officer1"
                    : "manager";
            default -> "caseworker1";
        };
    }

    public Map<String, Object> answers(Waiting step, JsonNode facts) {
        Map<String, Object> answers = new HashMap<>();
        switch (step.step()) {
            case "AcknowledgeApplication", "AskApplicant" -> answers.put("letterChecked", true);
            case "NotifyForce" -> {
                answers.put("letterChecked", true);
                readWhatCameLater(answers, step);
            }
            case "CheckConflicts" -> answers.put("conflictFound", "NO");
            case "ConfirmFacts" -> confirmFacts(answers, facts);
            case "DecideExtension" -> {
                boolean accepted = facts.path("specialCircumstances").asText().equals("ACCEPTED");
                answers.put("specialCircumstances", accepted ? "ACCEPTED" : "REFUSED");
                answers.put("extensionReason", facts.path("lateReasons").asText("No reasons were given."));
            }
            case "DecideValidity" -> answers.put("path", proposed(step));
            case "ForwardToIopc" -> {
                answers.put("forwardedOn", today.toString());
                answers.put("howForwarded", "EMAIL");
                answers.put("letterChecked", true);
            }
            case "PassToOtherBody" -> {
                answers.put("otherBody", "the City of London Corporation");
                answers.put("passedOn", today.toString());
                answers.put("letterChecked", true);
            }
            case "ExplainRefusal" -> answers.put(
                    "refusalReason", "The law does not give a right to a review in this case. We explain below what you can do.");
            case "ObtainPapers" -> {
                answers.put("papersComplete", true);
                answers.put("papersReceivedOn", today.toString());
                answers.put("pagesOfPapers", 12);
            }
            case "TriageCase" -> {}
            case "AgreeHandling" -> answers.put("handling", "A second officer reads the draft.");
            case "AssessAllegation" -> {
                assess(answers, allegation(step, facts));
                answers.put("about", "How the police answered one part of the complaint.");
                List<String> people = choices(step, "peopleOnFile");
                people.remove("NOBODY");
                if (!people.isEmpty()) {
                    answers.put("concerns", people);
                }
            }
            case "DecideOutcome" -> decide(answers, facts);
            case "CheckQuality" -> answers.put("sound", "YES");
            case "ApproveLetters" -> {
                answers.put("approved", "YES");
                readWhatCameLater(answers, step);
            }
            case "RecordLearning" -> answers.put("toGovernanceMeeting", false);
            case "AmendLetters" -> {
                answers.put("letter", choices(step, "letters").get(0));
                answers.put("additionalText", "We did not uphold every part of your complaint.");
                answers.put("amended", true);
            }
            case "CloseCase" -> answers.put("centurionUpdated", true);
            case "AgreeNewTarget" -> {
                answers.put("newTargetOn", today.plusDays(20).toString());
                answers.put("reason", "The papers came late.");
            }
            case "ChasePapers" -> answers.put("chasedHow", "EMAIL");
            case "RecordReply" -> {
                answers.put("receivedOn", today.toString());
                answers.put("replyKind", "REPLY");
                answers.put("replyAnswer", "ACCEPTED");
                answers.put("replyText", "We accept it and will have done it within a month.");
            }
            case "SendReplyOn" -> answers.put("sendTo", "EVERYONE");
            case "ChaseReply" -> answers.put("newReplyDay", today.plusDays(40).toString());
            case "DecideMoreTime" -> {
                answers.put("moreTime", "REFUSED");
                answers.put("reason", "There is time enough.");
            }
            case "ProposeDirection" -> {
                answers.put("steps", "Answer the recommendation in writing.");
                answers.put("reason", "There is a duty to answer.");
                answers.put("newReplyDay", today.plusDays(50).toString());
            }
            case "DirectForce" -> {
                answers.put("direct", "YES");
                answers.put("reason", "We have waited long enough.");
            }
            case "TakeUpRefusal" -> answers.put("takenUp", "At the next quarterly meeting.");
            case "PassWithdrawalToForce" -> {
                answers.put("passedOn", today.toString());
                answers.put("howPassed", "EMAIL");
            }
            case "AskAboutWithdrawal" -> answers.put("letterChecked", true);
            case "RecordWithdrawalReply" -> {
                answers.put("receivedOn", today.toString());
                answers.put("withdrawalReply", "GOES_ON");
            }
            case "UpdateApplicant" -> {
                answers.put("stage", "ASSESSING");
                answers.put("letterChecked", true);
            }
            case "SettleLetter" -> {
                answers.put("settlement", "ARRIVED");
                answers.put("howKnown", "They rang and thanked us for it.");
                answers.put("leftOn", today.toString());
            }
            case "TakeUpConcern" -> answers.put("answer", "We look at it together tomorrow.");
            case "DecideOnSilence" -> {
                answers.put("silenceMeans", "GO_ON");
                answers.put("reason", "The applicant asked about the review only last week.");
            }
            default -> throw new AssertionError("Nobody told the colleagues how to do " + step.step());
        }
        return answers;
    }

    /** What the form proposes when the person opens it. */
    private String proposed(Waiting step) {
        JsonNode shown = desk.get(who(step), "/engine-rest/task/" + step.id() + "/form-variables").body();
        return shown.get("path").get("value").asText();
    }

    private void readWhatCameLater(Map<String, Object> answers, Waiting step) {
        List<String> later = choices(step, "newLetters");
        if (!later.isEmpty()) {
            answers.put("lettersRead", later);
        }
    }

    /** The values among which the form lets the person choose. */
    private List<String> choices(Waiting step, String list) {
        JsonNode shown = desk.get(who(step), "/engine-rest/task/" + step.id() + "/form-variables").body();
        JsonNode options = shown.path(list).path("value");
        try {
            List<String> values = new ArrayList<>();
            (options.isTextual() ? JSON.readTree(options.asText()) : options)
                    .forEach(option -> values.add(option.path("value").asText()));
            return values;
        } catch (JsonProcessingException broken) {
            throw new AssertionError("The choices " + list + " cannot be read: " + options, broken);
        }
    }

    private static void confirmFacts(Map<String, Object> answers, JsonNode facts) {
        for (String name : CONFIRMED) {
            JsonNode value = facts.get(name);
            if (value == null || value.isNull()) {
                continue;
            }
            answers.put(name, value.isBoolean() ? (Object) value.booleanValue() : value.asText());
        }
        // what the form hides is not handed in
        if (!"OWN".equals(answers.get("investigation"))) {
            answers.remove("earlyReport");
        }
        if (Boolean.TRUE.equals(answers.get("applicantIsComplainant"))) {
            answers.remove("consentHeld");
        }
        if (Boolean.TRUE.equals(answers.get("contentsComplete"))) {
            answers.remove("contentsWaived");
        }
        if (!Boolean.TRUE.equals(answers.get("clockStarted"))) {
            answers.remove("informationProvidedOn");
        }
    }

    private JsonNode allegation(Waiting step, JsonNode facts) {
        int number = Integer.parseInt(step.name().replaceAll("\\D", ""));
        for (JsonNode allegation : facts.get("allegations")) {
            if (allegation.get("number").asInt() == number) {
                return allegation;
            }
        }
        throw new AssertionError("The facts know no allegation " + number);
    }

    private static void assess(Map<String, Object> answers, JsonNode allegation) {
        for (Iterator<Map.Entry<String, JsonNode>> it = allegation.get("checklist").fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> question = it.next();
            answers.put(question.getKey(), question.getValue().asText());
        }
        answers.put("finding", allegation.get("finding").asText());
        answers.put("reason", allegation.get("reason").asText());
    }

    private static void decide(Map<String, Object> answers, JsonNode facts) {
        boolean upheld = false;
        for (JsonNode allegation : facts.get("allegations")) {
            upheld |= allegation.get("finding").asText().equals("NOT_REASONABLE_AND_PROPORTIONATE");
        }
        answers.put("outcome", upheld ? "UPHELD" : "NOT_UPHELD");
        answers.put("outcomeReason", "We looked at what the force had and at what it decided. Our reasons follow.");
        if (upheld) {
            List<String> measures = new ArrayList<>();
            facts.get("measures").forEach(measure -> measures.add(measure.asText()));
            answers.put("measures", measures);
            answers.put("recommendationText", "Look again at what was left out and tell the complainant what you find.");
        }
    }
}
