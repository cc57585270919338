package org.redress.review;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices of withdrawal (reg 38, reg 39). Only a signed one is a fact that can end a case. */
@Service
public class Withdrawals {

    /** Who received the notice. */
    public enum ReceivedBy {
        FORCE,
        LPB
    }

    /** What is withdrawn. */
    public enum Scope {
        COMPLAINT,
        REVIEW
    }

    /** Who signed. */
    public enum SignedBy {
        COMPLAINANT,
        SOLICITOR,
        AGENT
    }

    /** A notice as it stands on the file; {@code signedBy} is null where nobody signed. */
    public record Notice(
            LocalDate receivedOn,
            ReceivedBy receivedBy,
            Scope scope,
            boolean signed,
            SignedBy signedBy,
            String text,
            String handedInBy,
            Instant handedInAt) {

        /**
         * Whether the notice ends the review: signed, and either of the review itself (8.9) or of the complaint and
         * received by the force (8.1, 8.8).
         */
        public boolean ends() {
            return signed && (scope == Scope.REVIEW || receivedBy == ReceivedBy.FORCE);
        }
    }

    private final JdbcTemplate jdbc;
    private final CaseFiles cases;
    private final Facts facts;
    private final ActRecord acts;
    private final Clock clock;

    Withdrawals(JdbcTemplate jdbc, CaseFiles cases, Facts facts, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.facts = facts;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    public void add(
            String caseReference,
            LocalDate receivedOn,
            ReceivedBy receivedBy,
            Scope scope,
            boolean signed,
            SignedBy signedBy,
            String text,
            String by) {
        if (cases.get(caseReference).state() == CaseState.CLOSED) {
            throw new CaseClosed(caseReference);
        }
        jdbc.update(
                """
                insert into app.withdrawal_notice (case_reference, received_on, received_by, scope, signed, signed_by, text,
                  handed_in_by, handed_in_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                caseReference,
                Date.valueOf(receivedOn),
                receivedBy.name(),
                scope.name(),
                signed,
                signedBy == null ? null : signedBy.name(),
                text,
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(
                        caseReference,
                        by,
                        "RECEIVED_WITHDRAWAL",
                        (signed ? "Signed" : "Unsigned") + " notice of withdrawal received by the "
                                + (receivedBy == ReceivedBy.FORCE ? "force" : "local policing body"))
                .because("reg 38"));
        boolean ends = of(caseReference).stream().anyMatch(Notice::ends);
        if (ends) {
            facts.add(caseReference, FactSource.ANSWER, CaseFacts.from(Map.of("withdrawn", true)), by);
        }
    }

    /** Every notice, oldest first. */
    @Transactional(readOnly = true)
    public List<Notice> of(String caseReference) {
        return jdbc.query(
                "select * from app.withdrawal_notice where case_reference = ? order by id",
                (row, i) -> new Notice(
                        row.getDate("received_on").toLocalDate(),
                        ReceivedBy.valueOf(row.getString("received_by")),
                        Scope.valueOf(row.getString("scope")),
                        row.getBoolean("signed"),
                        row.getString("signed_by") == null ? null : SignedBy.valueOf(row.getString("signed_by")),
                        row.getString("text"),
                        row.getString("handed_in_by"),
                        row.getTimestamp("handed_in_at").toInstant()),
                caseReference);
    }
}
