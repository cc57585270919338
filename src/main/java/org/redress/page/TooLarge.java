package org.redress.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Files that are too large, and what cannot be read as files, are turned away before any controller is chosen, so the answer belongs
 * to none of them.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLarge {

    private final EveryPage everyPage;

    TooLarge(EveryPage everyPage) {
        this.everyPage = everyPage;
    }

    /** A page for people; whoever called a door for machines gets problem details, also where they would take anything. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object say(HttpServletRequest request) {
        return answer(request, HttpStatus.PAYLOAD_TOO_LARGE, "Send at most 100 MB a file and 110 MB at a time. Nothing was stored.");
    }

    /** What came is no form at all, or a file has a name that no file has. */
    @ExceptionHandler(MultipartException.class)
    Object unreadable(HttpServletRequest request) {
        return answer(request, HttpStatus.BAD_REQUEST, "Send files as multipart/form-data, each in a part that is called file and"
                + " under a name without control characters. Nothing was stored.");
    }

    private Object answer(HttpServletRequest request, HttpStatus status, String words) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words);
            problem.setType(URI.create("urn:redress:problem:upload"));
            problem.setTitle("The file was not taken");
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        ModelAndView page = new ModelAndView("page/error", everyPage.frame(request), status);
        page.addAllObjects(Map.of("status", status.value(), "upload", true));
        return page;
    }
}
