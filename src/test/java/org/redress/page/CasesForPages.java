package org.redress.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.NewCase;
import org.redress.casefile.PersonDetails;
import org.redress.casefile.PreferredContact;
import org.redress.review.Applications;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Cases for the pages to show. */
final class CasesForPages {

    private CasesForPages() {}

    static String open(Applications applications, String name, String grounds) {
        return open(applications, name, "The officers did not listen", grounds, "MPS/" + System.nanoTime());
    }

    static String open(Applications applications, String name, String allegation, String grounds, String forceReference) {
        // as the machine that hands applications in
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "intake", null, AuthorityUtils.createAuthorityList("intake-clients")));
        try {
            return applications.receive(application(name, allegation, grounds, forceReference), null, "intake");
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static NewCase application(String name, String allegation, String grounds, String forceReference) {
        return new NewCase(
                "RV",
                "FORM",
                Instant.parse("2026-03-02T09:14:00Z"),
                null,
                null,
                null,
                Applications.parties(
                        new PersonDetails(name, "someone@example.org", "020 7946 0000", List.of("1 Example Street", "London"),
                                PreferredContact.POST, "Large print, and no calls before 10am"),
                        true, null),
                true,
                null,
                forceReference,
                "MPS",
                LocalDate.of(2025, 10, 1),
                "How a stop in the street was handled",
                List.of(new NewCase.AllegationText(allegation, "The service was acceptable")),
                LocalDate.of(2026, 2, 10),
                LocalDate.of(2026, 2, 10),
                true,
                LocalDate.of(2026, 2, 10),
                "OWN",
                grounds);
    }
}
