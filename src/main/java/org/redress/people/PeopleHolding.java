package org.redress.people;

import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.redress.record.TableHolding;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who had a case in hand, who was kept away from it, and whom somebody wanted to keep away. */
@Component
@Order(CaseHolding.EARLY)
class PeopleHolding extends TableHolding {

    PeopleHolding(JdbcTemplate jdbc) {
        super(new CaseTables(jdbc).with("allocation", "conflict_of_interest", "conflict_proposed"));
    }
}
