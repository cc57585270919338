package org.redress.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Walks the chain from its first act and names the first that does not fit: changed, missing, twice there, in another's
 * place, numbered as no act is, added by somebody without the key, emptied though its case was not disposed of, or cut off
 * after a head that was kept elsewhere. It also says what it cannot tell.
 */
public final class ChainCheck {

    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final RecordKeys keys;

    /** @param keys none where whoever checks has no key: then the seals are left out, and the verdict says so */
    public ChainCheck(JdbcTemplate jdbc, RecordKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** @param anchors heads that were kept in the database itself or printed on exports */
    public Verdict check(Collection<Head> anchors) {
        return check(anchors, List.of());
    }

    /**
     * @param anchors heads that were kept in the database itself or printed on exports
     * @param elsewhere heads that were kept outside the database
     */
    public Verdict check(Collection<Head> anchors, Collection<KeptHead> elsewhere) {
        ChainWalk walk = new ChainWalk(keys);
        anchors.forEach(walk::expect);
        elsewhere.forEach(kept -> walk.expect(kept.head()));
        numbersThatAreNone(walk);
        while (true) {
            long before = walk.reached();
            List<Boolean> page = jdbc.query(
                    "select * from app.act where number > ? order by number limit ?",
                    (row, i) -> {
                        walk.step(
                                Chain.Link.of(row, walk.lastHash()),
                                ChainWalk.Personal.of(row),
                                row.getString("hash"),
                                row.getString("previous_hash"),
                                row.getString("seal"));
                        return true;
                    },
                    before,
                    AT_ONCE);
            if (page.size() < AT_ONCE) {
                return walk.verdict(elsewhere);
            }
        }
    }

    /** What the walk over numbers from one upwards would step over. */
    private void numbersThatAreNone(ChainWalk walk) {
        first("select min(number) from app.act where number < 1").ifPresent(number -> walk.found(
                number, "Act " + number + " is none of ours: the first act is number 1, so somebody added it to the table"));
        first("select min(number) from (select number from app.act group by number having count(*) > 1) twice").ifPresent(
                number -> walk.found(number, "Act " + number + " is there more than once"));
    }

    private Optional<Long> first(String query) {
        return Optional.ofNullable(jdbc.queryForObject(query, Long.class));
    }
}
