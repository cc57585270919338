package org.redress.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.casefile.CasePath;
import org.redress.casefile.CaseState;
import org.redress.clock.Now;
import org.redress.kind.Kinds;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of cases, searched and sorted in the database: what is due next comes first. It repeats the rule of
 * {@link VisibleCases}, because a list may not show what a page hides.
 */
@Component
public class CaseList {

    static final int ON_A_PAGE = 25;

    /**
     * What is looked for.
     *
     * @param text part of a reference, of a name on the case or of the force's reference; empty for all
     * @param state null for all
     * @param mine only what the person has in hand
     * @param late only where a running clock's day has passed
     * @param attention only where something needs attention that nobody has answered
     */
    public record Wanted(String text, CaseState state, boolean mine, boolean late, boolean attention) {}

    /**
     * One line of the list.
     *
     * @param applicant whoever the kind of the case lets lists call it by, or null
     */
    public record Row(
            String reference,
            CaseState state,
            CasePath path,
            String applicant,
            boolean adjustments,
            String forceReference,
            String possibleDuplicateOf,
            boolean restricted,
            String caseworker) {}

    /** @param total how many there are on all pages together */
    public record Found(List<Row> rows, long total) {}

    private static final String FROM =
            """
            from app.case_file c
            left join lateral (
              select h.full_name, h.adjustments from app.party h
              where h.case_reference = c.reference and c.kind || ' ' || h.role = any(string_to_array(?, ','))
              order by h.id limit 1) p on true
            left join app.allocation a on a.case_reference = c.reference and a.released_at is null
            left join lateral (
              select min(k.due_on) as due_on from app.case_clock k
              where k.case_reference = c.reference and k.state = 'RUNNING') next on true
            where (not c.restricted
                or exists (select 1 from app.case_allowed w where w.case_reference = c.reference and w.account = ?))
              and c.kind = any(string_to_array(?, ','))
              and not exists (select 1 from app.conflict_of_interest i
                where i.case_reference = c.reference and i.account = ? and i.lifted_at is null)
            """;

    private final JdbcTemplate jdbc;
    private final Kinds kinds;
    private final Now now;

    CaseList(JdbcTemplate jdbc, Kinds kinds, Now now) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.now = now;
    }

    /** Which part of which kind lists call a case by, which kinds are open to these groups, and who asks: see {@link #FROM}. */
    private List<Object> asked(String account, Set<String> groups) {
        String heads = kinds.all().stream()
                .flatMap(kind -> kind.head().map(head -> kind.code() + " " + head.code()).stream())
                .collect(Collectors.joining(","));
        return List.of(heads, account, String.join(",", kinds.openTo(groups)), account);
    }

    /**
     * @param page from 1
     * @param groups those of the account
     */
    @Transactional(readOnly = true)
    Found find(Wanted wanted, int page, String account, Set<String> groups) {
        StringBuilder where = new StringBuilder(FROM);
        List<Object> values = new ArrayList<>(asked(account, groups));
        if (wanted.state() != null) {
            where.append(" and c.state = ?");
            values.add(wanted.state().name());
        }
        if (wanted.mine()) {
            where.append(" and a.account = ?");
            values.add(account);
        }
        if (wanted.late()) {
            where.append(" and c.state <> 'CLOSED' and next.due_on < ?");
            values.add(java.sql.Date.valueOf(now.today()));
        }
        if (wanted.attention()) {
            where.append(
                    """
                     and exists (select 1 from app.attention t
                       where t.case_reference = c.reference and t.over_at is null and t.answered_at is null)
                    """);
        }
        if (!wanted.text().isEmpty()) {
            where.append(
                    """
                     and (c.reference like ? or c.force_reference ilike ? or exists (
                       select 1 from app.party n where n.case_reference = c.reference and n.full_name ilike ?))
                    """);
            String part = "%" + wanted.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            values.add(part.toUpperCase(Locale.ROOT).replace('-', '/'));
            values.add(part);
            values.add(part);
        }
        Long total = jdbc.queryForObject("select count(*) " + where, Long.class, values.toArray());
        values.add(ON_A_PAGE);
        values.add((page - 1) * ON_A_PAGE);
        List<Row> rows = jdbc.query(
                """
                select c.reference, c.state, c.path, p.full_name, p.adjustments, c.force_reference,
                  c.possible_duplicate_of, c.restricted, a.account
                """
                        + where
                        + """
                         order by c.state = 'CLOSED', case when c.state <> 'CLOSED' then next.due_on end nulls last,
                          c.opened_at desc, c.reference desc limit ? offset ?
                        """,
                (row, i) -> new Row(
                        row.getString("reference"),
                        CaseState.valueOf(row.getString("state")),
                        CasePath.orNull(row.getString("path")),
                        row.getString("full_name"),
                        row.getString("adjustments") != null && !row.getString("adjustments").isBlank(),
                        row.getString("force_reference"),
                        row.getString("possible_duplicate_of"),
                        row.getBoolean("restricted"),
                        row.getString("account")),
                values.toArray());
        return new Found(rows, total == null ? 0 : total);
    }

    /** Later applications that may be the same as this one, of those that the person may see. */
    @Transactional(readOnly = true)
    List<String> laterTwins(String reference, String account, Set<String> groups) {
        List<Object> values = new ArrayList<>(asked(account, groups));
        values.add(reference);
        return jdbc.queryForList(
                "select c.reference " + FROM + " and c.possible_duplicate_of = ? order by c.reference",
                String.class,
                values.toArray());
    }
}
