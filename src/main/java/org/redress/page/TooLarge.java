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
import org.springframework.web.servlet.ModelAndView;

/** Files that are too large are turned away before any controller is chosen, so this answer belongs to none of them. */
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
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem());
        }
        ModelAndView page = new ModelAndView("page/error", everyPage.frame(request), HttpStatus.PAYLOAD_TOO_LARGE);
        page.addAllObjects(Map.of("status", HttpStatus.PAYLOAD_TOO_LARGE.value(), "upload", true));
        return page;
    }

    private static ProblemDetail problem() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.PAYLOAD_TOO_LARGE, "Send at most 100 MB a file and 110 MB at a time. Nothing was stored.");
        problem.setType(URI.create("urn:redress:problem:upload"));
        problem.setTitle("The file was not taken");
        return problem;
    }
}
