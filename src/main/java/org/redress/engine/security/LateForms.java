package org.redress.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.draft.FormGuards;
import org.redress.draft.KeptForms;
import org.redress.people.Permission;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * A form of ours that comes when the session has ended is not acted on, but what was typed is kept until the person has
 * signed in again. Only where the guard of the page proves that this house made it for that person: headers can be forged by
 * whoever is no browser, and say nothing more than that another site's page has no way in here.
 */
@Component
class LateForms {

    /** The fields that the frame around our pages adds: against forged requests, and the proof of {@link FormGuards}. */
    private static final String TOKEN = "_csrf";
    private static final String GUARD = "_guard";

    private final KeptForms forms;
    private final FormGuards guards;
    private final StaffDirectory staff;
    private final Doors doors;

    LateForms(KeptForms forms, FormGuards guards, StaffDirectory staff, Doors doors) {
        this.forms = forms;
        this.guards = guards;
        this.staff = staff;
        this.doors = doors;
    }

    /** Keeps the form of a request; the path of the page that shows it, empty where there is nothing to keep. */
    Optional<String> keep(HttpServletRequest request) {
        if (!isOurs(request)) {
            return Optional.empty();
        }
        String place = request.getRequestURI().substring(request.getContextPath().length());
        Optional<StaffMember> author = guards.account(request.getParameter(GUARD), place).flatMap(staff::find);
        String deed = author.map(person -> deed(place, person)).orElse("");
        Map<String, List<String>> fields = typed(request);
        if (deed.isEmpty() || fields.isEmpty()) {
            return Optional.empty();
        }
        return forms.keep(author.get().account(), new KeptForms.KeptForm(place, deed, fields)).map(id -> "/kept/" + id);
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(TOKEN) && !name.equals(GUARD) && !name.toLowerCase(Locale.ROOT).contains("password")) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }

    /** What a form sent to that place by that person would do; empty where it leads through no door of theirs. */
    private String deed(String place, StaffMember person) {
        return doors.actions("POST", place, new HashSet<>(person.groups())).stream()
                .map(Permission::what)
                .collect(Collectors.joining("; "));
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
