package org.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.kind.Kinds;

class ProcedureOfTest {

    private static final String REVIEW = "RV/2026/000042K";

    private final Kinds kinds = Kinds.ofTheHouse();

    private record Team(String kind, String name) implements WhoIsTold {

        @Override
        public String group(Told told) {
            return name;
        }

        @Override
        public String words(Told told) {
            return name;
        }

        @Override
        public String oneOf(Told told) {
            return name;
        }
    }

    @Test
    void of_several_procedures_the_one_of_the_case_answers() {
        ProcedureOf procedureOf = new ProcedureOf(kinds, List.of(new Team("XY", "others"), new Team("RV", "ours")));

        assertThat(procedureOf.of(REVIEW, WhoIsTold.class).group(Told.OFFICER)).isEqualTo("ours");
        assertThat(procedureOf.all(WhoIsTold.class)).hasSize(2);
        assertThat(procedureOf.all(WatchedThings.class)).isEmpty();
    }

    @Test
    void a_procedure_that_does_not_answer_is_named_with_what_it_lacks() {
        ProcedureOf procedureOf = new ProcedureOf(kinds, List.of(new Team("XY", "others")));

        assertThatThrownBy(() -> procedureOf.of(REVIEW, WhoIsTold.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The procedure of the kind RV needs a bean that implements WhoIsTold, for " + REVIEW);
    }
}
