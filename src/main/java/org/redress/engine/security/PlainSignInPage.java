package org.redress.engine.security;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.Controller;

/** A plain page to sign in at. A controller that maps {@code GET /sign-in} goes before it. */
@Configuration(proxyBeanMethods = false)
class PlainSignInPage {

    /** After controllers, before static files. */
    private static final int AFTER_CONTROLLERS = 100;

    @Bean
    HandlerMapping plainSignIn() {
        Controller page = (request, response) -> new ModelAndView("security/sign-in", Map.of(
                "csrf", request.getAttribute(CsrfToken.class.getName()),
                "next", LocalPath.of(request.getParameter("next")),
                "failed", request.getParameter("error") != null,
                "context", request.getContextPath()));
        return new SimpleUrlHandlerMapping(Map.of(SecurityChains.SIGN_IN, page), AFTER_CONTROLLERS);
    }
}
