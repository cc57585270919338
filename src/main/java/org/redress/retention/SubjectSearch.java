package org.redress.retention;

import java.util.List;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.casefile.PartyRole;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds a person in the cases that whoever is at work may know of. */
@Component
class SubjectSearch {

    private final JdbcTemplate jdbc;
    private final CaseFiles cases;
    private final CaseAccess access;

    SubjectSearch(JdbcTemplate jdbc, CaseFiles cases, CaseAccess access) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.access = access;
    }

    /** Looks in the cases that the person at work may know of. */
    SubjectAccess.Hits find(String nameOrEmail) {
        String part = "%" + nameOrEmail.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        List<SubjectAccess.Found> people = jdbc.query(
                """
                select id, case_reference, role, full_name, email from app.party
                where full_name ilike ? or email ilike ? order by full_name, case_reference
                """,
                (row, i) -> new SubjectAccess.Found(
                        row.getLong("id"),
                        row.getString("case_reference"),
                        new PartyRole(row.getString("role")),
                        row.getString("full_name"),
                        row.getString("email")),
                part,
                part);
        List<String> mentioned = jdbc.queryForList(
                """
                select c.reference from app.case_file c
                where (c.grounds ilike ? or c.complaint_summary ilike ?
                  or exists (select 1 from app.case_note n where n.case_reference = c.reference and n.text ilike ?)
                  or exists (select 1 from app.allegation a where a.case_reference = c.reference and a.text ilike ?)
                  or exists (select 1 from app.recorded_answer r where r.case_reference = c.reference and r.answer ilike ?)
                  or exists (select 1 from app.letter l where l.case_reference = c.reference and l.model ilike ?)
                  or exists (select 1 from app.document d where d.case_reference = c.reference and (d.name ilike ? or d.note ilike ?)))
                order by c.reference
                """,
                String.class,
                part, part, part, part, part, part, part, part);
        List<SubjectAccess.Found> known = people.stream().filter(found -> mayKnow(found.caseReference())).toList();
        List<String> others = mentioned.stream()
                .filter(reference -> known.stream().noneMatch(found -> found.caseReference().equals(reference)))
                .filter(this::mayKnow)
                .toList();
        return new SubjectAccess.Hits(known, others);
    }

    /** The person with that id, where their case may be known; otherwise nobody. */
    List<Party> party(long id) {
        return jdbc.queryForList("select case_reference from app.party where id = ?", String.class, id).stream()
                .filter(this::mayKnow)
                .flatMap(reference -> cases.parties(reference).stream())
                .filter(party -> party.id() == id)
                .toList();
    }

    private boolean mayKnow(String reference) {
        return cases.find(reference).filter(access::mayKnow).isPresent();
    }
}
