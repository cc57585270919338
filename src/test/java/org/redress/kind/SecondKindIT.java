package org.redress.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.casefile.CaseReference.inAddress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePath;
import org.redress.casefile.CaseState;
import org.redress.casefile.Channel;
import org.redress.casefile.NewCase;
import org.redress.casefile.PartyRole;
import org.redress.casefile.PersonDetails;
import org.redress.people.Allocation;
import org.redress.people.AllocationRefused;
import org.redress.people.StaffMember;
import org.redress.retention.CaseExport;
import org.redress.retention.RetentionRule;
import org.redress.retention.RetentionRules;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a kind of case has in this house by its declaration alone, where nobody applied for it and no Java knows it. */
@RedressTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondKindIT {

    private final CaseFiles cases;
    private final Allocation allocation;
    private final RetentionRules retention;
    private final CaseExport export;
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final ObjectMapper json;

    @LocalServerPort
    private int port;

    private String reference;

    @Autowired
    SecondKindIT(CaseFiles cases, Allocation allocation, RetentionRules retention, CaseExport export, IdentityService identity,
            AuthorizationService authorizations, ObjectMapper json) {
        this.cases = cases;
        this.allocation = allocation;
        this.retention = retention;
        this.export = export;
        this.identity = identity;
        this.authorizations = authorizations;
        this.json = json;
    }

    @BeforeAll
    void two_who_work_on_such_cases_alone() {
        account("trial-clerk", "trial-clerks");
        account("trial-chair", "trial-chairs");
    }

    private void account(String account, String group) {
        User person = identity.newUser(account);
        person.setFirstName("Trial");
        person.setLastName("Person");
        person.setPassword(account + "-demo");
        // the password of a demo account, which the rule for passwords would not take
        ((IdentityServiceImpl) identity).saveUser(person, true);
        identity.createMembership(account, group);
    }

    @AfterAll
    void who_leave() {
        identity.deleteUser("trial-clerk");
        identity.deleteUser("trial-chair");
    }

    @BeforeEach
    void a_case() {
        reference = open(List.of(new NewCase.NewParty(
                new PartyRole("OFFICER_CONCERNED"), new PersonDetails("Septimus Ravelin", "s.ravelin@example.org", null, List.of(), null, null))));
    }

    private String open(List<NewCase.NewParty> parties) {
        return cases.open(NewCase.of("XK", Channel.POST, Instant.parse("2026-03-02T09:14:00Z"), "What was said at roll call", parties), "trial-clerk")
                .reference();
    }

    @Test
    void it_has_references_of_its_own_that_count_by_themselves() {
        assertThat(reference).startsWith("XK/");
        assertThat(cases.get(reference).kind()).isEqualTo("XK");
    }

    @Test
    void a_case_without_an_applicant_is_listed_under_its_kind_and_found_by_anybody_on_it() {
        Visitor clerk = Visitor.signedIn("trial-clerk", port);

        assertThat(clerk.get("/cases").body()).contains(reference, "Trial hearing");
        assertThat(clerk.get("/cases?search=ravelin").body()).contains(reference);
        assertThat(clerk.get("/cases?search=" + inAddress(reference)).body()).contains(reference);
        assertThat(clerk.get("/cases/cards?reference=" + inAddress(reference)).body()).contains(reference);
    }

    @Test
    void a_case_without_an_applicant_is_opened_with_what_it_is_about_and_nothing_of_another_kind() {
        String page = Visitor.signedIn("trial-clerk", port).get("/cases/" + inAddress(reference)).body();

        assertThat(page).contains("Trial hearing", "What was said at roll call", "Officer concerned", "Septimus Ravelin");
        assertThat(page).doesNotContain("Complaint and grounds", "Facts and who said them", "id=\"validity\"", "Applicant");
    }

    @Test
    void a_case_with_nobody_on_it_is_listed_and_opened_too() {
        String empty = open(List.of());
        Visitor clerk = Visitor.signedIn("trial-clerk", port);

        assertThat(clerk.get("/cases?search=" + inAddress(empty)).body()).contains(empty);
        assertThat(clerk.get("/cases/" + inAddress(empty)).statusCode()).isEqualTo(200);
    }

    @Test
    void people_join_it_in_the_parts_that_it_declares_and_in_no_other() {
        String form = Visitor.signedIn("trial-clerk", port).get("/cases/" + inAddress(reference) + "/people").body();

        assertThat(form).contains("Witness", "Somebody who saw it.").doesNotContain("Interested person");
        assertThatThrownBy(() -> cases.addParty(
                        reference, new PartyRole("APPLICANT"), new PersonDetails("Jo", null, null, List.of(), null, null), null, "trial-clerk"))
                .hasMessageContaining("Trial hearing");
    }

    @Test
    void it_is_told_over_rest() {
        JsonNode told = Caller.json(Caller.as("trial-clerk", port).get("/api/cases/" + inAddress(reference)));

        assertThat(told.get("kind").asText()).isEqualTo("XK");
        assertThat(told.at("/parties/0/role").asText()).isEqualTo("OFFICER_CONCERNED");
        assertThat(told.get("path").isNull()).isTrue();
    }

    @Test
    void whoever_works_on_cases_of_another_kind_alone_does_not_know_of_it() {
        for (String account : List.of("caseworker1", "officer1", "manager")) {
            Visitor stranger = Visitor.signedIn(account, port);
            assertThat(stranger.get("/cases/" + inAddress(reference)).statusCode()).as(account).isEqualTo(404);
            assertThat(stranger.get("/cases?search=ravelin").body()).as(account).doesNotContain(reference);
            assertThat(Caller.as(account, port).get("/api/cases/" + inAddress(reference)).statusCode()).as(account).isEqualTo(404);
        }
    }

    @Test
    void it_is_exported_and_what_is_held_about_a_person_on_it_is_found() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(reference, "trial-chair", out);
        assertThat(json.readTree(file(out.toByteArray(), "file.json")).at("/case_file/0/kind").asText()).isEqualTo("XK");

        Visitor chair = Visitor.signedIn("trial-chair", port);
        String token = Visitor.token(chair.get("/subject-access").body());
        assertThat(chair.form("/subject-access", Map.of("who", "ravelin", "_csrf", token)).body())
                .contains("Septimus Ravelin", "Officer concerned", reference);
    }

    private static byte[] file(byte[] bundle, String name) throws IOException {
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return files.readAllBytes();
                }
            }
        }
        throw new AssertionError("The bundle has no " + name);
    }

    @Test
    void it_is_in_hand_of_those_who_work_on_it_and_of_nobody_else() {
        assertThat(allocation.workload()).containsKeys("trial-clerk", "caseworker1").doesNotContainKey("trial-chair");
        assertThatThrownBy(() -> allocation.allocate(reference, "caseworker1", "trial-chair"))
                .isInstanceOf(AllocationRefused.class)
                .hasMessageContaining("is not a caseworker");
        assertThat(allocation.candidates(reference)).extracting(StaffMember::account).isSubsetOf("trial-clerk");
    }

    @Test
    void it_closes_with_an_end_of_its_own_and_is_kept_as_long_as_that_says() {
        CasePath heard = new CasePath("HEARD");
        LocalDate until = retention.keepUntil(reference, heard, LocalDate.of(2026, 4, 1));
        cases.close(reference, heard, until, "redress");

        assertThat(until).isEqualTo(LocalDate.of(2028, 4, 1));
        assertThat(retention.of(reference, heard)).extracting(RetentionRule::ending, RetentionRule::years).containsExactly("Heard", 2);
        assertThat(retention.find(reference, new CasePath("WITHDRAWN"))).isEmpty();
        assertThat(cases.get(reference).state()).isEqualTo(CaseState.CLOSED);
        assertThat(Visitor.signedIn("trial-clerk", port).get("/cases/" + inAddress(reference)).body()).contains("Heard");
    }

    @Test
    void its_groups_have_their_rights_without_a_line_for_them() {
        assertThat(identity.createGroupQuery().groupId("trial-clerks").singleResult().getName()).isEqualTo("Clerks of trial hearings");
        assertThat(authorizations.createAuthorizationQuery()
                        .groupIdIn("trial-clerks")
                        .resourceType(Resources.APPLICATION)
                        .resourceId("tasklist")
                        .count())
                .isEqualTo(1);
    }
}
