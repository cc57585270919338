package org.redress.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Walks the chain from its first act and names the first that does not fit: changed, missing, in another's place, emptied
 * though its case was not disposed of, or cut off after a head that was kept elsewhere.
 */
public final class ChainCheck {

    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;

    public ChainCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param anchors heads that were kept elsewhere, such as those printed on exports */
    public Verdict check(Collection<Head> anchors) {
        Walk walk = new Walk(anchors);
        while (true) {
            long before = walk.number;
            List<Boolean> page = jdbc.query(
                    "select * from app.act where number > ? order by number limit ?",
                    (row, i) -> {
                        walk.step(Chain.Link.of(row, walk.previous), Personal.of(row), row.getString("hash"),
                                row.getString("previous_hash"));
                        return true;
                    },
                    before,
                    AT_ONCE);
            if (page.size() < AT_ONCE) {
                return walk.verdict();
            }
        }
    }

    /** The part of an act that disposal empties. */
    private record Personal(String salt, String summary, String details, String ground) {

        static Personal of(java.sql.ResultSet row) throws java.sql.SQLException {
            return new Personal(
                    row.getString("salt"), row.getString("summary"), row.getString("details"), row.getString("ground"));
        }

        boolean emptied(int version) {
            return salt == null && summary == null && details == null && (version == 1 || ground == null);
        }

        boolean fits(int version, String digest) {
            return salt != null && digest.equals(Chain.personalDigest(version, salt, summary, details, ground));
        }
    }

    private static final class Walk {

        private final Map<Long, String> anchors = new HashMap<>();
        private final Map<String, Long> emptied = new HashMap<>();
        private long number;
        private String previous = Chain.HEAD_OF_EMPTY_CHAIN;
        private Long broken;
        private String problem;

        Walk(Collection<Head> heads) {
            heads.forEach(head -> anchors.put(head.number(), head.hash()));
        }

        void step(Chain.Link link, Personal personal, String hash, String saysPrevious) {
            if (link.number() != number + 1) {
                found(number + 1, "Act " + (number + 1) + " is missing");
            }
            if (personal.emptied(link.version())) {
                emptied.putIfAbsent(link.caseReference(), link.number());
            } else if (!personal.fits(link.version(), link.personalDigest())) {
                found(link.number(), "Act " + link.number() + " was changed: what it tells is not what was recorded");
            }
            if (!hash.equals(Chain.hash(link)) || !previous.equals(saysPrevious)) {
                found(link.number(), "Act " + link.number() + " was changed, or stands in the place of another");
            }
            String anchor = anchors.remove(link.number());
            if (anchor != null && !anchor.equals(hash)) {
                found(link.number(), "Act " + link.number() + " is not the one whose hash was kept: the record was written anew");
            }
            if ("DISPOSED_CASE".equals(link.action())) {
                emptied.remove(link.caseReference());
            }
            number = link.number();
            previous = hash;
        }

        Verdict verdict() {
            emptied.values().stream().filter(Objects::nonNull).sorted().findFirst().ifPresent(first -> found(
                    first, "Act " + first + " was emptied, but the record does not say that its case was disposed of"));
            anchors.keySet().stream().filter(kept -> kept > number).sorted().findFirst().ifPresent(kept -> found(
                    number + 1, "The record ends at act " + number + ", but it once reached act " + kept + ": its end was cut off"));
            return new Verdict(new Head(number, previous), broken, problem);
        }

        private void found(long at, String what) {
            if (broken == null || at < broken) {
                broken = at;
                problem = what;
            }
        }
    }
}
