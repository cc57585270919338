package org.redress.clock;

import java.sql.Timestamp;
import java.util.List;
import org.redress.kind.DeclaredClock;
import org.redress.kind.Kinds;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How long each clock runs, as it stands in the table, with the name that its kind gives it. A clock that a kind declares and
 * that has no row yet gets one at start; from then on the row belongs to the process owners.
 */
@Component
class ClockRuleTable implements InitializingBean {

    private final ClockRuleRows rows;
    private final Kinds kinds;
    private final JdbcTemplate jdbc;
    private final Now now;

    ClockRuleTable(ClockRuleRows rows, Kinds kinds, JdbcTemplate jdbc, Now now) {
        this.rows = rows;
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.now = now;
    }

    @Override
    public void afterPropertiesSet() {
        List<String> known = jdbc.queryForList("select clock from app.clock_rule", String.class);
        kinds.clocks().stream().filter(declared -> !known.contains(declared.name())).forEach(this::seed);
    }

    private void seed(DeclaredClock declared) {
        DayRule rule = DayRule.valueOf(declared.rule());
        jdbc.update(
                """
                insert into app.clock_rule (clock, rule, day_count, calendar, provision, verified, note, changed_at, changed_by, reason, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'Redress', 'First set-up', 0) on conflict do nothing
                """,
                declared.name(),
                declared.rule(),
                declared.count(),
                (rule == DayRule.P9 ? WorkingCalendar.UK : WorkingCalendar.ENGLAND_AND_WALES).name(),
                declared.provision(),
                declared.confirmed(),
                declared.note(),
                Timestamp.from(now.instant()));
    }

    /** Every rule, in the order in which the kinds declare their clocks. */
    List<ClockRule> all() {
        List<ClockRuleRow> all = rows.findAll();
        return kinds.clocks().stream()
                .flatMap(declared -> all.stream()
                        .filter(row -> row.clock().equals(declared.name()))
                        .map(row -> row.seen(declared)))
                .toList();
    }

    ClockRule of(ClockName clock) {
        return row(clock).seen(declared(clock));
    }

    private ClockRuleRow row(ClockName clock) {
        return rows.findById(clock.name()).orElseThrow(
                () -> new IllegalStateException("The table clock_rule has no row for " + clock + "; add one."));
    }

    void become(ClockRule became) {
        ClockRuleRow row = row(became.clock());
        row.become(became);
        rows.saveAndFlush(row);
    }

    /** What staff call a clock, also one that no kind declares any more. */
    String name(ClockName clock) {
        return kinds.clock(clock.name()).map(DeclaredClock::words).orElse(clock.name());
    }

    private DeclaredClock declared(ClockName clock) {
        return kinds.clock(clock.name()).orElseThrow(
                () -> new IllegalStateException("No kind of case declares the clock " + clock + "; declare it in its file."));
    }
}
