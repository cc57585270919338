package org.redress.intake;

import com.fasterxml.jackson.core.exc.StreamReadException;
import java.net.URI;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseNotFound;
import org.redress.casefile.ScannerUnavailable;
import org.redress.casefile.UploadRefused;
import org.redress.casefile.UploadsBusy;
import org.redress.clock.ClockStateException;
import org.redress.draft.ChangedMeanwhile;
import org.redress.letter.LetterNotMade;
import org.redress.letter.LetterUnknown;
import org.redress.review.RecommendationUnknown;
import org.redress.review.ReplyNotAwaited;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers in RFC 9457 problem details: what is wrong, where, and what to do next. */
@RestControllerAdvice(basePackages = "org.redress.intake")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers {

    /** How Jackson begins to say that a key comes twice. */
    private static final String TWICE = "Duplicate field";

    @ExceptionHandler
    ProblemDetail refused(FieldsRefused refused) {
        ProblemDetail problem = problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "fields",
                "Some fields need mending",
                "Nothing was stored. Mend each field named below and send the whole again.");
        problem.setProperty("errors", refused.faults());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail keyUsed(RepeatedPosts.KeyUsedOtherwise used) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key", "Idempotency-Key already used", used.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getMostSpecificCause() instanceof StreamReadException wrong
                && wrong.getOriginalMessage().startsWith(TWICE)) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "duplicate-key",
                    "The body says the same twice",
                    "The body has the field" + wrong.getOriginalMessage().substring(TWICE.length())
                            + " twice. Take one of the two out and send it again. Nothing was stored.");
        }
        return problem(
                HttpStatus.BAD_REQUEST,
                "unreadable",
                "The body cannot be read",
                "Send well-formed JSON in UTF-8. Nothing was stored.");
    }

    @ExceptionHandler({CaseNotFound.class, LetterUnknown.class, RecommendationUnknown.class})
    ProblemDetail unknown(RuntimeException unknown) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "Not found", unknown.getMessage());
    }

    @ExceptionHandler({CaseClosed.class, ClockStateException.class, LetterNotMade.class, ReplyNotAwaited.class})
    ProblemDetail closed(RuntimeException closed) {
        return problem(HttpStatus.CONFLICT, "state", "Not possible now", closed.getMessage());
    }

    @ExceptionHandler
    ProblemDetail raced(ObjectOptimisticLockingFailureException raced) {
        return problem(
                HttpStatus.CONFLICT,
                "changed-meanwhile",
                "Someone else changed the case",
                "Someone else changed the case at the same moment. Nothing was stored. Read the case and send again.");
    }

    @ExceptionHandler
    ProblemDetail changedMeanwhile(ChangedMeanwhile changed) {
        return problem(
                HttpStatus.CONFLICT,
                "changed-meanwhile",
                "Someone else was first",
                "Someone else changed this after you read it. Nothing was stored. Read the case and send again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> scannerAway(ScannerUnavailable away) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "300")
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "scanner", "The file was not taken", away.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noRoom(UploadsBusy busy) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "60")
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "uploads-busy", "The file was not taken", busy.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail upload(UploadRefused refused) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "upload", "The file was not taken", refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException tooLarge) {
        return problem(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "upload",
                "The file was not taken",
                "The file is larger than 100 MB. Split it, or send it in another way.");
    }

    @ExceptionHandler
    ProblemDetail noUpload(MultipartException noUpload) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "upload",
                "The file was not taken",
                "Send files as multipart/form-data, each in a part that is called file. Nothing was stored.");
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:redress:problem:" + type));
        problem.setTitle(title);
        return problem;
    }
}
