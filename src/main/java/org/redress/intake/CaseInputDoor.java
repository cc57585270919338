package org.redress.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.redress.casefile.CaseFile;
import org.redress.people.CurrentPerson;
import org.redress.review.AnswersFromOutside;
import org.redress.review.Papers;
import org.redress.review.RecommendationReplies;
import org.redress.review.Withdrawals;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the force and the applicant send to a case that is open. */
@RestController
@RequestMapping("/api/cases/{reference}")
@Tag(name = "Cases")
class CaseInputDoor {

    private final CasesToWrite cases;
    private final Papers papers;
    private final Withdrawals withdrawals;
    private final AnswersFromOutside answers;
    private final RecommendationReplies replies;
    private final RepeatedPosts repeatedPosts;
    private final CurrentPerson person;

    CaseInputDoor(
            CasesToWrite cases,
            Papers papers,
            Withdrawals withdrawals,
            AnswersFromOutside answers,
            RecommendationReplies replies,
            RepeatedPosts repeatedPosts,
            CurrentPerson person) {
        this.cases = cases;
        this.papers = papers;
        this.withdrawals = withdrawals;
        this.answers = answers;
        this.replies = replies;
        this.repeatedPosts = repeatedPosts;
        this.person = person;
    }

    @Operation(operationId = "handInPapers", summary = "Hands in papers from the force; a later set may correct an earlier one")
    @PostMapping("/papers")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt.OfPapers papers(
            @PathVariable String reference,
            @RequestBody Sent<PapersBody> body,
            @Parameter(description = RepeatedPosts.KEY_WORDS, example = RepeatedPosts.KEY_EXAMPLE)
                    @RequestHeader(name = RepeatedPosts.KEY, required = false)
                    String key) {
        CaseFile file = cases.get(reference);
        PapersBody said = body.whole();
        once(key, file, "papers", body, () -> papers.add(
                file.reference(), said.receivedOn(), said.facts().facts(), said.allegationTexts(), person.account()));
        return new Receipt.OfPapers(file.reference(), said.receivedOn(), said.facts().notTaken());
    }

    @Operation(operationId = "handInWithdrawal", summary = "Hands in a notice of withdrawal; only a signed one ends anything")
    @PostMapping("/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt.OfNotice withdrawal(
            @PathVariable String reference,
            @RequestBody Sent<WithdrawalBody> body,
            @Parameter(description = RepeatedPosts.KEY_WORDS, example = RepeatedPosts.KEY_EXAMPLE)
                    @RequestHeader(name = RepeatedPosts.KEY, required = false)
                    String key) {
        CaseFile file = cases.get(reference);
        WithdrawalBody said = body.whole();
        once(key, file, "withdrawal", body, () -> withdrawals.add(file.reference(), said.notice(), person.account()));
        return new Receipt.OfNotice(file.reference(), said.receivedOn());
    }

    @Operation(operationId = "handInAnswer", summary = "Hands in what the applicant answered")
    @PostMapping("/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt.OfNotice answer(
            @PathVariable String reference,
            @RequestBody Sent<AnswerBody> body,
            @Parameter(description = RepeatedPosts.KEY_WORDS, example = RepeatedPosts.KEY_EXAMPLE)
                    @RequestHeader(name = RepeatedPosts.KEY, required = false)
                    String key) {
        CaseFile file = cases.get(reference);
        AnswerBody said = body.whole();
        once(key, file, "answer", body, () -> answers.take(
                file.reference(),
                said.receivedOn(),
                said.lateReasons(),
                said.consentHeld(),
                said.text(),
                said.more(),
                person.account()));
        return new Receipt.OfNotice(file.reference(), said.receivedOn());
    }

    @Operation(operationId = "handInReply",
            summary = "Hands in the force's reply to a recommendation, or asks for more time with moreTimeUntil")
    @PostMapping("/recommendations/{id}/reply")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt.OfReply recommendationReply(
            @PathVariable String reference,
            @Parameter(description = "The recommendation, as the case tells it", example = "17") @PathVariable long id,
            @RequestBody Sent<ReplyBody> body,
            @Parameter(description = RepeatedPosts.KEY_WORDS, example = RepeatedPosts.KEY_EXAMPLE)
                    @RequestHeader(name = RepeatedPosts.KEY, required = false)
                    String key) {
        CaseFile file = cases.get(reference);
        ReplyBody said = body.whole();
        once(key, file, "reply " + id, body, () -> {
            if (said.moreTimeUntil() != null) {
                replies.askMoreTime(
                        file.reference(), id, said.receivedOn(), said.moreTimeUntil(), person.account());
            } else {
                replies.reply(
                        file.reference(), id, said.receivedOn(), said.answer(), said.text(), person.account());
            }
        });
        return new Receipt.OfReply(file.reference(), id, said.receivedOn());
    }

    /** A machine whose answer got lost sends the same again with the same key, and it counts once. */
    private void once(String key, CaseFile file, String door, Sent<?> body, Runnable deed) {
        RepeatedPosts.check(key);
        repeatedPosts.once(person.account(), key, door + " of " + file.reference() + ": " + body.json(), () -> {
            deed.run();
            return file.reference();
        });
    }
}
