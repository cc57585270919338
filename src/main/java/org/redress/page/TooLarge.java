package org.redress.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

    /** For people in a browser; machines get their problem details. */
    @ExceptionHandler(exception = MaxUploadSizeExceededException.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView say(HttpServletRequest request) {
        ModelAndView page = new ModelAndView("page/error", everyPage.frame(request), HttpStatus.PAYLOAD_TOO_LARGE);
        page.addAllObjects(Map.of("status", HttpStatus.PAYLOAD_TOO_LARGE.value(), "upload", true));
        return page;
    }
}
