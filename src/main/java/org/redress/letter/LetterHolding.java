package org.redress.letter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.redress.record.CaseHolding;
import org.redress.record.CaseTables;
import org.redress.record.TableHolding;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The letters of a case: drafts, frozen copies, outbox rows, and the files in this node's outbox folder. */
@Component
@Order(CaseHolding.EARLY)
class LetterHolding extends TableHolding {

    private static final String OF_THE_CASE = "letter_id in (select id from app.letter where case_reference = ?)";

    private final JdbcTemplate jdbc;
    private final OutboxFolder folder;

    LetterHolding(JdbcTemplate jdbc, @Value("${redress.data-dir:./data}") Path dataDirectory) {
        super(new CaseTables(jdbc)
                .where("letter_outbox", OF_THE_CASE)
                .where("letter_copy", OF_THE_CASE, "pdf")
                .where("letter_proof", OF_THE_CASE, "pdf")
                .with("letter"));
        this.jdbc = jdbc;
        this.folder = new OutboxFolder(dataDirectory);
    }

    @Override
    public Optional<String> stillNeeded(String caseReference) {
        Long onTheWay = jdbc.queryForObject(
                "select count(*) from app.letter_outbox where state not in ('SENT', 'NOT_REACHED') and " + OF_THE_CASE, Long.class, caseReference);
        return onTheWay == null || onTheWay == 0 ? Optional.empty() : Optional.of("A letter has not gone out yet");
    }

    @Override
    public void sweep(List<String> disposed) {
        folder.remove(disposed.stream().map(Letter::beginningOfFileNames).toList());
    }
}
