package org.redress.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the papers of a case are in plain words, and in whose letters each may be named: a person chooses, nothing is named by itself. */
@Service
public class PaperDescriptions {

    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final ObjectMapper json = new ObjectMapper();

    PaperDescriptions(JdbcTemplate jdbc, ActRecord acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /** Every paper of a case in the order in which they came, described or not. */
    @Transactional(readOnly = true)
    public List<PaperDescription> of(String reference) {
        return jdbc.query(
                "select id, kind, description, considered, named_to from app.document where case_reference = ? order by id",
                (row, i) -> new PaperDescription(
                        row.getLong("id"),
                        row.getString("kind") == null ? null : PaperKind.valueOf(row.getString("kind")),
                        row.getString("description"),
                        row.getBoolean("considered"),
                        read(row.getString("named_to"))),
                reference);
    }

    @Transactional(readOnly = true)
    public Optional<PaperDescription> find(String reference, long document) {
        return of(reference).stream().filter(paper -> paper.document() == document).findFirst();
    }

    /** What the papers are called in a letter to this reader; only those that somebody chose for it. */
    @Transactional(readOnly = true)
    public List<String> namedTo(String reference, PaperReader reader) {
        return of(reference).stream()
                .filter(paper -> paper.isNamedTo(reader))
                .map(PaperDescription::description)
                .distinct()
                .toList();
    }

    /**
     * Says what a paper is and in whose letters it may be named.
     *
     * @throws IllegalArgumentException where it would be named and may not, or is not described
     */
    @Transactional
    public void describe(String reference, PaperDescription paper, String by) {
        if (!paper.namedTo().isEmpty()
                && (paper.kind() == null || !paper.kind().mayBeNamed() || !paper.considered()
                        || paper.description() == null || paper.description().isBlank())) {
            throw new IllegalArgumentException("A paper is named in a letter only where it may be, was considered and is described.");
        }
        int changed = jdbc.update(
                """
                update app.document set kind = ?, description = ?, considered = ?, named_to = ?::jsonb
                where case_reference = ? and id = ?
                """,
                paper.kind() == null ? null : paper.kind().name(),
                paper.description(),
                paper.considered(),
                write(paper.namedTo()),
                reference,
                paper.document());
        if (changed != 1) {
            throw new CaseNotFound(reference);
        }
        acts.append(Act.of(reference, by, "DESCRIBED_DOCUMENT", "Said what a document is and in whose letters it may be named")
                .with(Map.of(
                        "document", paper.document(),
                        "kind", paper.kind() == null ? "" : paper.kind(),
                        "considered", paper.considered(),
                        "namedTo", new TreeSet<>(paper.namedTo()))));
    }

    private String write(Set<PaperReader> readers) {
        try {
            return json.writeValueAsString(new TreeSet<>(readers));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The readers of a paper cannot be kept", broken);
        }
    }

    private Set<PaperReader> read(String readers) {
        try {
            return json.readValue(readers, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The readers of a paper cannot be read", broken);
        }
    }
}
