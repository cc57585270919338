package org.redress.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.draft.KeptForms;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * A form of ours that comes when the session has ended is not acted on, but what was typed is kept until the person has
 * signed in again. Only what a page of this house sent in that person's name: other sites have no way in here.
 */
@Component
class LateForms {

    /** The fields that the frame around our pages adds: the guard against forged requests, and for whom the page was made. */
    private static final String GUARD = "_csrf";
    private static final String FOR_WHOM = "_for";

    private final KeptForms forms;

    LateForms(KeptForms forms) {
        this.forms = forms;
    }

    /** Keeps the form of a request; the path of the page that shows it, empty where there is nothing to keep. */
    Optional<String> keep(HttpServletRequest request) {
        String account = request.getParameter(FOR_WHOM);
        if (request.getParameter(GUARD) == null || account == null || !AccountPasswords.ACCOUNT.matcher(account).matches() || !isOurs(request)) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(GUARD) && !name.equals(FOR_WHOM) && !name.toLowerCase(java.util.Locale.ROOT).contains("password")) {
                fields.put(name, List.of(values));
            }
        });
        String place = request.getRequestURI().substring(request.getContextPath().length());
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        return forms.keep(account, new KeptForms.KeptForm(place, fields)).map(id -> "/kept/" + id);
    }

    /** Browsers say where a form comes from; what says nothing is no browser that we need to help. */
    private static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        try {
            return origin != null
                    && URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equals(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
