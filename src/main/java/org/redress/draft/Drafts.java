package org.redress.draft;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.redress.step.StepGone;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers to a step that were typed and not handed in yet, one draft for each person and task. They never reach the engine. */
@Service
public class Drafts {

    /** The longest draft, in characters. */
    public static final int LONGEST = 2_000_000;

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Drafts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a draft in place of the one before. */
    @Transactional
    public void keep(String task, String caseReference, String account, String answers) {
        forgetOld();
        jdbc.update(
                """
                insert into app.draft (task, account, case_reference, answers, kept_at) values (?, ?, ?, ?, ?)
                on conflict (task, account) do update set answers = excluded.answers, kept_at = excluded.kept_at
                """,
                task,
                account,
                caseReference,
                answers,
                Timestamp.from(clock.instant()));
    }

    @Transactional(readOnly = true)
    public Optional<String> find(String task, String account) {
        return jdbc
                .queryForList("select answers from app.draft where task = ? and account = ?", String.class, task, account)
                .stream()
                .findFirst();
    }

    @Transactional
    public void forget(String task, String account) {
        jdbc.update("delete from app.draft where task = ? and account = ?", task, account);
    }

    /** Drafts that nobody has touched for a month go. */
    @Transactional
    public void forgetOld() {
        jdbc.update("delete from app.draft where kept_at < ?", Timestamp.from(clock.instant().minus(KEPT)));
    }

    @EventListener
    void forgetAll(StepGone gone) {
        jdbc.update("delete from app.draft where task = ?", gone.task());
    }
}
