package org.redress.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One walk along the chain, act by act, that remembers the first thing that does not fit. */
final class ChainWalk {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm 'UTC'", Locale.UK);

    private final RecordKeys keys;
    /** Several heads of one act: then at least one was kept of a record that was written anew. */
    private final Map<Long, Set<String>> anchors = new HashMap<>();
    private final Map<String, Long> emptied = new HashMap<>();
    private long number;
    private String previous = Chain.HEAD_OF_EMPTY_CHAIN;
    private long sealedFrom;
    private boolean presentKeySeen;
    private long sealedWithLostKey;
    private Long broken;
    private String problem;

    ChainWalk(RecordKeys keys) {
        this.keys = keys;
    }

    /** The part of an act that disposal empties. */
    record Personal(String salt, String summary, String details, String ground) {

        static Personal of(ResultSet row) throws SQLException {
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

    /** Says which act must be met on the way. */
    void expect(Head head) {
        anchors.computeIfAbsent(head.number(), none -> new HashSet<>()).add(head.hash());
    }

    long reached() {
        return number;
    }

    String lastHash() {
        return previous;
    }

    void step(Chain.Link link, Personal personal, String hash, String saysPrevious, String seal) {
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
        sealed(link, hash, seal);
        Set<String> kept = anchors.remove(link.number());
        if (kept != null && !kept.equals(Set.of(hash))) {
            found(link.number(), "Act " + link.number() + " is not the one whose hash was kept: the record was written anew");
        }
        if ("DISPOSED_CASE".equals(link.action())) {
            emptied.remove(link.caseReference());
        }
        number = link.number();
        previous = hash;
    }

    private void sealed(Chain.Link link, String hash, String seal) {
        String act = "Act " + link.number();
        if (link.version() < Chain.SEALED) {
            if (sealedFrom > 0) {
                found(link.number(), act + " carries no seal, though acts before it do: somebody without the key added it to the"
                        + " table");
            }
            return;
        }
        if (sealedFrom == 0) {
            sealedFrom = link.number();
        }
        if (!keys.any()) {
            return;
        }
        if (keys.isLost(link.key())) {
            sealedWithLostKey++;
            if (presentKeySeen) {
                found(link.number(), act + " is sealed with a key that was lost before: somebody without our key added it to the"
                        + " table");
            }
        } else if (!keys.has(link.key())) {
            found(link.number(), act + " is sealed with the key " + link.key() + ", which the key file here does not have: either"
                    + " somebody without our key added the act to the table, or a node worked with another key file");
        } else if (!keys.fits(link.key(), hash, seal)) {
            found(link.number(), act + " carries a seal that our key did not make: somebody without the key added or changed it");
        }
        presentKeySeen |= Objects.equals(link.key(), keys.current());
    }

    void found(long at, String what) {
        if (broken == null || at < broken) {
            broken = at;
            problem = what;
        }
    }

    Verdict verdict(Collection<KeptHead> elsewhere) {
        emptied.values().stream().filter(Objects::nonNull).sorted().findFirst().ifPresent(first -> found(
                first, "Act " + first + " was emptied, but the record does not say that its case was disposed of"));
        anchors.keySet().stream().filter(kept -> kept > number).sorted().findFirst().ifPresent(kept -> found(
                number + 1, "The record ends at act " + number + ", but it once reached act " + kept + ": its end was cut off"));
        List<String> limits = new ArrayList<>(seals());
        limits.add(cut(elsewhere));
        return new Verdict(new Head(number, previous), broken, problem, String.join(" ", limits));
    }

    private List<String> seals() {
        List<String> limits = new ArrayList<>();
        if (!keys.any()) {
            limits.add("There is no key of the record here, so only the chain was checked: acts that somebody without the key"
                    + " added at its end do not show.");
            return limits;
        }
        long unsealed = sealedFrom == 0 ? number : sealedFrom - 1;
        if (unsealed > 0) {
            limits.add("Acts 1 to " + unsealed + " carry no seal, so only the chain speaks for them.");
        }
        if (sealedWithLostKey > 0) {
            limits.add("A key is lost that sealed " + acts(sealedWithLostKey) + ", so only the chain speaks for them.");
        }
        return limits;
    }

    /** What nobody could tell: that acts after the last head kept elsewhere were cut off. */
    private String cut(Collection<KeptHead> elsewhere) {
        Optional<KeptHead> last = elsewhere.stream().max(Comparator.comparingLong(kept -> kept.head().number()));
        if (last.isEmpty()) {
            return "No head was kept elsewhere: if the end of the record was cut off, this check cannot tell.";
        }
        long kept = last.get().head().number();
        Instant at = last.get().at();
        String which = "The last head kept elsewhere is act " + kept
                + (at == null ? "" : " of " + MOMENT.format(at.atZone(ZoneOffset.UTC)));
        if (kept > number) {
            return which + ": what stood from act " + (number + 1) + " to there was cut off.";
        }
        return kept == number
                ? which + "; nothing stands after it, and a cut before it would show."
                : which + "; " + acts(number - kept) + " stand" + (number - kept == 1 ? "s" : "")
                        + " after it: if some of these were cut off, the record would end earlier and still look whole.";
    }

    private static String acts(long count) {
        return count + (count == 1 ? " act" : " acts");
    }
}
