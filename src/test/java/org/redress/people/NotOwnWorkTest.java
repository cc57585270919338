package org.redress.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;

class NotOwnWorkTest {

    @Test
    @Rule("S11")
    void whoever_made_it_does_not_check_it() {
        assertThatThrownBy(() -> NotOwnWork.mustDiffer("officer1", "officer1", "You decided this. Ask officer2 to check it."))
                .isInstanceOf(OwnWorkRefused.class)
                .hasMessage("You decided this. Ask officer2 to check it.");
    }

    @Test
    void somebody_else_does_and_what_a_machine_made_anybody_may_check() {
        assertThatCode(() -> NotOwnWork.mustDiffer("officer1", "caseworker1", "")).doesNotThrowAnyException();
        assertThatCode(() -> NotOwnWork.mustDiffer("officer1", null, "")).doesNotThrowAnyException();
    }
}
