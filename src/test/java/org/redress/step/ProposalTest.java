package org.redress.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Fault;

class ProposalTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void whoever_follows_the_table_need_not_say_why() {
        Proposal<String> followed = Proposal.of("REVIEW").decide("REVIEW", " ", "caseworker1", AT);

        assertThat(followed.isDecided()).isTrue();
        assertThat(followed.differs()).isFalse();
        assertThat(followed.fault("departureReason", "They stay on the file.")).isEmpty();
        assertThat(followed.onRecord("Decided: review")).isEqualTo("Decided: review");
        assertThat(followed.by()).isEqualTo("caseworker1");
        assertThat(followed.at()).isEqualTo(AT);
    }

    @Test
    void whoever_decides_otherwise_says_why_and_the_record_says_so() {
        Proposal<String> silent = Proposal.of("REVIEW").decide("NOT_VALID", "\n", "caseworker1", AT);
        assertThat(silent.fault("departureReason", "They stay on the file.")).contains(new Fault("departureReason",
                "You decide otherwise than the tables propose. Write your reasons. They stay on the file."));

        Proposal<String> reasoned = Proposal.of("REVIEW").decide("NOT_VALID", "It is no complaint.", "caseworker1", AT);
        assertThat(reasoned.fault("departureReason", "They stay on the file.")).isEmpty();
        assertThat(reasoned.whyOtherwise()).isEqualTo("It is no complaint.");
        assertThat(reasoned.onRecord("Decided: not valid")).isEqualTo("Decided: not valid (not what the tables proposed)");
    }

    @Test
    void a_decision_where_the_table_proposes_nothing_needs_reasons_too() {
        assertThat(Proposal.<String>of(null).decide("NOT_VALID", null, "caseworker1", AT).fault("field", "")).isPresent();
    }

    @Test
    void a_reason_that_was_not_needed_stays_as_it_was_written_and_does_not_count() {
        Proposal<String> followed = Proposal.of("REVIEW").decide("REVIEW", "I agree.", "caseworker1", AT);

        assertThat(followed.reason()).isEqualTo("I agree.");
        assertThat(followed.whyOtherwise()).isNull();
    }

    @Test
    void what_waits_for_a_person_differs_from_nothing() {
        assertThat(Proposal.of("REVIEW").isDecided()).isFalse();
        assertThat(Proposal.of("REVIEW").differs()).isFalse();
    }
}
