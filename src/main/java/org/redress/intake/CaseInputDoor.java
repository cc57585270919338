package org.redress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Document;
import org.redress.casefile.Documents;
import org.redress.casefile.NewCase.AllegationText;
import org.redress.casefile.RestrictionRefused;
import org.redress.casefile.Restrictions;
import org.redress.people.CurrentPerson;
import org.redress.people.StaffDirectory;
import org.redress.review.AnswersFromOutside;
import org.redress.review.Papers;
import org.redress.review.Recommendations;
import org.redress.review.ReplyAnswer;
import org.redress.review.Withdrawals;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the force and the applicant send to a case that is open, and who may see it. */
@RestController
@RequestMapping("/api/cases/{reference}")
@Tag(name = "Cases")
class CaseInputDoor {

    private final CaseAccess access;
    private final CaseFiles cases;
    private final Papers papers;
    private final Withdrawals withdrawals;
    private final AnswersFromOutside answers;
    private final Recommendations recommendations;
    private final Documents documents;
    private final ApplicationReader reader;
    private final FactsReader factsReader;
    private final Restrictions restrictions;
    private final StaffDirectory staff;
    private final RepeatedPosts repeatedPosts;
    private final CurrentPerson person;

    CaseInputDoor(
            CaseAccess access,
            CaseFiles cases,
            Papers papers,
            Withdrawals withdrawals,
            AnswersFromOutside answers,
            Recommendations recommendations,
            Documents documents,
            ApplicationReader reader,
            FactsReader factsReader,
            Restrictions restrictions,
            StaffDirectory staff,
            RepeatedPosts repeatedPosts,
            CurrentPerson person) {
        this.access = access;
        this.cases = cases;
        this.papers = papers;
        this.withdrawals = withdrawals;
        this.answers = answers;
        this.recommendations = recommendations;
        this.documents = documents;
        this.reader = reader;
        this.factsReader = factsReader;
        this.restrictions = restrictions;
        this.staff = staff;
        this.repeatedPosts = repeatedPosts;
        this.person = person;
    }

    @Operation(summary = "Hands in papers from the force; a later set may correct an earlier one")
    @PostMapping("/papers")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> papers(
            @PathVariable String reference, @RequestBody JsonNode body, @RequestHeader(name = RepeatedPosts.KEY, required = false) String key) {
        CaseFile file = forWriting(reference);
        Fields fields = Fields.of(body);
        LocalDate receivedOn = receivedOn(fields);
        FactsReader.Read facts = factsReader.read(fields.object("facts"));
        List<AllegationText> allegations = reader.allegations(fields);
        fields.nothingElse();
        fields.refuseIfAny();
        once(key, file, "papers", body, () ->
                papers.add(file.reference(), receivedOn, facts.facts(), allegations, person.account()));
        return Map.of("reference", file.reference(), "receivedOn", receivedOn, "notTaken", facts.notTaken());
    }

    @Operation(summary = "Hands in a notice of withdrawal; only a signed one ends anything")
    @PostMapping("/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> withdrawal(
            @PathVariable String reference, @RequestBody JsonNode body, @RequestHeader(name = RepeatedPosts.KEY, required = false) String key) {
        CaseFile file = forWriting(reference);
        Fields fields = Fields.of(body);
        LocalDate receivedOn = receivedOn(fields);
        Withdrawals.ReceivedBy receivedBy = needed(fields, "receivedBy", Withdrawals.ReceivedBy.class);
        Withdrawals.Scope scope = needed(fields, "scope", Withdrawals.Scope.class);
        Boolean signed = fields.flag("signed");
        if (!fields.has("signed")) {
            fields.fault("signed", "Say whether the notice is signed.");
        }
        Withdrawals.SignedBy signedBy = fields.code("signedBy", Withdrawals.SignedBy.class);
        if (Boolean.TRUE.equals(signed) && !fields.has("signedBy")) {
            fields.fault("signedBy", "Say who signed: COMPLAINANT, SOLICITOR or AGENT.");
        }
        String text = fields.text("text");
        fields.nothingElse();
        fields.refuseIfAny();
        once(key, file, "withdrawal", body, () ->
                withdrawals.add(file.reference(), receivedOn, receivedBy, scope, signed, signedBy, text, person.account()));
        return Map.of("reference", file.reference(), "receivedOn", receivedOn);
    }

    @Operation(summary = "Hands in what the applicant answered")
    @PostMapping("/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> answer(
            @PathVariable String reference, @RequestBody JsonNode body, @RequestHeader(name = RepeatedPosts.KEY, required = false) String key) {
        CaseFile file = forWriting(reference);
        Fields fields = Fields.of(body);
        LocalDate receivedOn = receivedOn(fields);
        String lateReasons = fields.text("lateReasons");
        Boolean consentHeld = fields.flag("consentHeld");
        String text = fields.text("text");
        var more = reader.readMore(fields);
        fields.nothingElse();
        fields.refuseIfAny();
        once(key, file, "answer", body, () ->
                answers.take(file.reference(), receivedOn, lateReasons, consentHeld, text, more, person.account()));
        return Map.of("reference", file.reference(), "receivedOn", receivedOn);
    }

    @Operation(summary = "Hands in the force's reply to a recommendation, or asks for more time with moreTimeUntil")
    @PostMapping("/recommendations/{id}/reply")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> recommendationReply(
            @PathVariable String reference,
            @PathVariable long id,
            @RequestBody JsonNode body,
            @RequestHeader(name = RepeatedPosts.KEY, required = false) String key) {
        CaseFile file = forWriting(reference);
        Fields fields = Fields.of(body);
        LocalDate receivedOn = receivedOn(fields);
        LocalDate moreTimeUntil = fields.date("moreTimeUntil");
        ReplyAnswer answer = fields.code("answer", ReplyAnswer.class);
        String text = fields.text("text");
        if (fields.has("moreTimeUntil") && fields.has("answer")) {
            fields.fault("moreTimeUntil", "Send an answer or ask for more time, not both.");
        } else if (!fields.has("moreTimeUntil")) {
            if (!fields.has("answer")) {
                fields.fault("answer", "Send ACCEPTED, PARTLY_ACCEPTED or NOT_ACCEPTED, or moreTimeUntil to ask for more time.");
            }
            fields.requiredText("text", "Say what will be done and when, or why not.");
        }
        fields.nothingElse();
        fields.refuseIfAny();
        once(key, file, "reply " + id, body, () -> {
            if (moreTimeUntil != null) {
                recommendations.askMoreTime(file.reference(), id, receivedOn, moreTimeUntil, person.account());
            } else {
                recommendations.reply(file.reference(), id, receivedOn, answer, text, person.account());
            }
        });
        return Map.of("reference", file.reference(), "id", id, "receivedOn", receivedOn);
    }

    @Operation(summary = "Puts files on the case")
    @PostMapping("/documents")
    @ResponseStatus(HttpStatus.CREATED)
    List<Map<String, Object>> upload(
            @PathVariable String reference,
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(name = "note", required = false) String note)
            throws IOException {
        CaseFile file = forWriting(reference);
        List<Map<String, Object>> added = new ArrayList<>();
        List<Documents.Upload> uploads = files.stream()
                .map(sent -> new Documents.Upload(sent.getOriginalFilename(), sent.getSize(), sent))
                .toList();
        for (Document document : documents.addAll(file.reference(), uploads, note, person.account())) {
            Map<String, Object> told = new HashMap<>();
            told.put("id", document.id());
            told.put("name", document.name());
            told.put("mediaType", document.mediaType());
            told.put("size", document.size());
            told.put("sha256", document.sha256());
            added.add(told);
        }
        return added;
    }

    @Operation(summary = "Restricts a case to named people, or lifts the restriction; with the restrictionVersion of the case as it"
            + " was read, only where nobody changed it since")
    @PutMapping("/restriction")
    Map<String, Object> restriction(@PathVariable String reference, @RequestBody JsonNode body) {
        CaseFile file = access.visible(reference);
        Fields fields = Fields.of(body);
        Boolean restricted = fields.flag("restricted");
        if (!fields.has("restricted")) {
            fields.fault("restricted", "Say true or false.");
        }
        Set<String> allowed = new java.util.TreeSet<>(fields.texts("allowed"));
        allowed.stream()
                .filter(account -> staff.find(account).isEmpty())
                .forEach(account -> fields.fault("allowed", "Nobody has the account " + account + ". Check its spelling."));
        Boolean givenAway = fields.flag("givenAway");
        String reason = fields.requiredText("reason", "Say why.");
        String seen = fields.text("restrictionVersion");
        fields.nothingElse();
        fields.refuseIfAny();
        Runnable change = () -> {
            if (restricted) {
                restrictions.restrict(file.reference(), allowed, Boolean.TRUE.equals(givenAway), reason, person.account());
            } else {
                restrictions.lift(file.reference(), reason, person.account());
            }
        };
        try {
            if (seen == null) {
                change.run();
            } else {
                restrictions.whereStill(seen, file.reference(), change);
            }
        } catch (RestrictionRefused refused) {
            fields.fault(refused.field(), refused.getMessage());
            fields.refuseIfAny();
        }
        return Map.of("reference", file.reference(), "restricted", restricted,
                "restrictionVersion", restrictions.mark(file.reference()));
    }

    /** A machine whose answer got lost sends the same again with the same key, and it counts once. */
    private void once(String key, CaseFile file, String door, JsonNode body, Runnable deed) {
        RepeatedPosts.check(key);
        repeatedPosts.once(person.account(), key, door + " of " + file.reference() + ": " + body, () -> {
            deed.run();
            return file.reference();
        });
    }

    /** Machines hand in without seeing; people hand in only to what they may see. */
    private CaseFile forWriting(String reference) {
        return person.isIn(org.redress.people.Groups.INTAKE_CLIENTS) ? cases.get(reference) : access.visible(reference);
    }

    private LocalDate receivedOn(Fields fields) {
        LocalDate day = reader.dayNotInFuture(fields, "receivedOn");
        if (!fields.has("receivedOn")) {
            fields.fault("receivedOn", "Say on which day it was received.");
        }
        return day;
    }

    private static <E extends Enum<E>> E needed(Fields fields, String name, Class<E> type) {
        E code = fields.code(name, type);
        if (!fields.has(name)) {
            fields.fault(name, "Send one of " + java.util.Arrays.toString(type.getEnumConstants()) + ".");
        }
        return code;
    }
}
