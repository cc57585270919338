package org.redress.casefile;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.redress.clock.Now;
import org.redress.database.Locks;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The register beside the case files: their numbers, the notes on them, and who is named on those that are restricted. */
@Component
class CaseRegister {

    private static final String WHO_MAY_SEE = "who may see";

    private final JdbcTemplate jdbc;
    private final Locks locks;
    private final Now now;

    CaseRegister(JdbcTemplate jdbc, Locks locks, Now now) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.now = now;
    }

    /** The reference of the next case: numbered from 1 in each year and kind. */
    String nextReference(String kind) {
        int year = now.today().getYear();
        Integer number = jdbc.queryForObject(
                """
                insert into app.case_number (kind, year, last) values (?, ?, 1)
                on conflict (kind, year) do update set last = app.case_number.last + 1 returning last
                """,
                Integer.class,
                kind,
                year);
        return CaseReference.of(kind, year, number);
    }

    /** One application at a time of the same complainant, or two at once would not see each other. */
    void openAlone(String complainantKey) {
        locks.alone("applications", complainantKey);
    }

    /** While this transaction lasts nobody else changes who may see the case. */
    void restrictAlone(String reference) {
        locks.alone(WHO_MAY_SEE, reference);
    }

    /** While this transaction lasts the case is neither restricted nor opened by another. */
    void holdRestriction(String reference) {
        locks.share(WHO_MAY_SEE, reference);
    }

    /** Whether a case is restricted at this moment, whatever the transaction has read of it earlier. */
    boolean isRestricted(String reference) {
        return !jdbc.queryForList("select 1 from app.case_file where reference = ? and restricted", Integer.class, reference)
                .isEmpty();
    }

    void name(String reference, Set<String> allowed) {
        jdbc.update("delete from app.case_allowed where case_reference = ?", reference);
        new TreeSet<>(allowed)
                .forEach(account -> jdbc.update(
                        "insert into app.case_allowed (case_reference, account) values (?, ?)", reference, account));
    }

    List<String> restrictedTo(String account) {
        return jdbc.queryForList(
                "select case_reference from app.case_allowed where account = ? order by 1", String.class, account);
    }

    Set<String> allowed(String reference) {
        return new TreeSet<>(jdbc.queryForList(
                "select account from app.case_allowed where case_reference = ?", String.class, reference));
    }

    void note(String reference, String text, String by) {
        jdbc.update(
                "insert into app.case_note (case_reference, text, written_by, written_at) values (?, ?, ?, ?)",
                reference,
                text,
                by,
                Timestamp.from(now.instant()));
    }

    List<Note> notes(String reference) {
        return jdbc.query(
                "select id, text, written_by, written_at from app.case_note where case_reference = ? order by id desc",
                (row, i) -> new Note(
                        row.getLong("id"),
                        row.getString("text"),
                        row.getString("written_by"),
                        row.getTimestamp("written_at").toInstant()),
                reference);
    }
}
