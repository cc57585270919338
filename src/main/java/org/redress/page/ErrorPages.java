package org.redress.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseNotFound;
import org.redress.database.DatabaseFault;
import org.redress.database.DatabaseGuard;
import org.redress.letter.LetterNotMade;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Errors in plain words: what happened and what to do. What went wrong inside is for the log. */
@ControllerAdvice(basePackageClasses = ErrorPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

    /** Where a limit at the doors leaves its words for the page. */
    private static final String TOO_MANY = "door.too-many";

    private final EveryPage everyPage;

    ErrorPages(EveryPage everyPage) {
        this.everyPage = everyPage;
    }

    @ExceptionHandler(CaseNotFound.class)
    ModelAndView nothingHere(HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND, null);
    }

    @ExceptionHandler({CaseClosed.class, LetterNotMade.class})
    ModelAndView refused(RuntimeException refused, HttpServletRequest request) {
        return page(request, HttpStatus.CONFLICT, refused.getMessage());
    }

    /** Of two who change a thing at once the second hears it, with what they typed still on the screen. */
    @ExceptionHandler({OptimisticLockingFailureException.class, PessimisticLockingFailureException.class})
    ModelAndView raced(RuntimeException raced, HttpServletRequest request) {
        if (DatabaseFault.in(raced).isPresent()) {
            // nobody was first: what is wanted is held by somebody who takes too long
            throw raced;
        }
        return page(request, HttpStatus.CONFLICT, null);
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, String detail) {
        ModelAndView page = new ModelAndView("page/error", everyPage.frame(request), status);
        page.addObject("status", status.value());
        page.addObject("detail", detail);
        page.addObject("upload", request.getRequestURI().endsWith("/documents"));
        page.addObject("typed", typed(request));
        return page;
    }

    /** What somebody typed into the form that could not be taken, so that they can copy it. */
    private static List<String> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().startsWith("_") && !field.getKey().toLowerCase(Locale.ROOT).contains("password"))
                .filter(field -> "POST".equals(request.getMethod()))
                .flatMap(field -> Arrays.stream(field.getValue()))
                .map(Typed::text)
                .filter(text -> text.contains(" "))
                .toList();
    }

    /** For whatever goes wrong outside our controllers. */
    @Configuration(proxyBeanMethods = false)
    static class Anywhere {

        @Bean
        ErrorViewResolver errorsInPlainWords(EveryPage everyPage) {
            return (request, status, model) -> {
                Optional<DatabaseFault> fault = DatabaseGuard.fault(request);
                ModelAndView page = new ModelAndView(
                        "page/error", fault.isPresent() ? everyPage.bareFrame(request) : everyPage.frame(request), status);
                Map<String, Object> said = page.getModel();
                said.put("status", status.value());
                said.put("detail", fault.map(DatabaseFault::words).orElse(null));
                said.put("sent", "POST".equals(request.getMethod()));
                said.put("typed", fault.isPresent() ? typed(request) : List.of());
                said.put("tooMany", request.getAttribute(TOO_MANY));
                said.put("upload", String.valueOf(model.get("path")).endsWith("/documents"));
                return page;
            };
        }
    }
}
