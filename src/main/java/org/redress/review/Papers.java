package org.redress.review;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.CaseClosed;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.casefile.NewCase.AllegationText;
import org.redress.desk.Json;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the force sends. A later set may correct an earlier one; both stay on the file. */
@Service
public class Papers {

    /** A set of papers as it stands on the file. */
    public record PapersSet(
            LocalDate receivedOn, CaseFacts facts, List<AllegationText> allegations, String handedInBy, Instant handedInAt) {}

    private final JdbcTemplate jdbc;
    private final Json json;
    private final CaseFiles cases;
    private final Facts facts;
    private final ReviewBodyWatch reviewBodyWatch;
    private final ActRecord acts;
    private final Clock clock;

    Papers(
            JdbcTemplate jdbc,
            Json json,
            CaseFiles cases,
            Facts facts,
            ReviewBodyWatch reviewBodyWatch,
            ActRecord acts,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.cases = cases;
        this.facts = facts;
        this.reviewBodyWatch = reviewBodyWatch;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Takes a set of papers. Where they show that the review is for the IOPC after all, the case goes to forwarding.
     *
     * @throws CaseClosed where the case is closed
     */
    @Transactional
    public void add(String caseReference, LocalDate receivedOn, CaseFacts settled, List<AllegationText> allegations, String by) {
        if (cases.get(caseReference).state() == CaseState.CLOSED) {
            throw new CaseClosed(caseReference);
        }
        jdbc.update(
                """
                insert into app.papers (case_reference, received_on, facts, allegations, handed_in_by, handed_in_at)
                values (?, ?, ?::jsonb, ?::jsonb, ?, ?)
                """,
                caseReference,
                Date.valueOf(receivedOn),
                json.write(settled.known()),
                json.write(allegations),
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(caseReference, by, "RECEIVED_PAPERS", "Papers received from the force"));
        if (!settled.known().isEmpty()) {
            facts.add(caseReference, FactSource.PAPERS, settled, by);
        }
        if (!allegations.isEmpty()) {
            cases.replaceAllegations(caseReference, allegations, "FORCE", by);
        }
        reviewBodyWatch.look(caseReference);
    }

    /** Every set, oldest first. */
    @Transactional(readOnly = true)
    public List<PapersSet> of(String caseReference) {
        return jdbc.query(
                "select * from app.papers where case_reference = ? order by id",
                (row, i) -> new PapersSet(
                        row.getDate("received_on").toLocalDate(),
                        json.read(row.getString("facts"), new TypeReference<CaseFacts>() {}),
                        json.read(row.getString("allegations"), new TypeReference<List<AllegationText>>() {}),
                        row.getString("handed_in_by"),
                        row.getTimestamp("handed_in_at").toInstant()),
                caseReference);
    }
}
