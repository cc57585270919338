package org.redress.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * How acts hang together: what each act's hash is made of. Versions 1 and 2 are read only, version 3 is
 * what is written: it names the key that seals it.
 */
final class Chain {

    static final int VERSION = 3;
    /** From this version on an act carries a seal. */
    static final int SEALED = 3;
    static final String HEAD_OF_EMPTY_CHAIN = "0".repeat(64);

    private Chain() {}

    /** The part that may hold personal data, under a salt that goes with it; only its digest is in the chain. */
    static String personalDigest(int version, String salt, String summary, String details, String ground) {
        return version == 1 ? Sha256.of(salt, summary, details) : Sha256.of(salt, summary, details, ground);
    }

    static String hash(Link link) {
        String number = Long.toString(link.number);
        String at = link.at.toString();
        String version = Integer.toString(link.version);
        return switch (link.version) {
            case 1 -> Sha256.of(link.previous, number, link.caseReference, at, link.person, link.action, link.ground,
                    link.personalDigest);
            case 2 -> Sha256.of(version, link.previous, number, link.caseReference, at, link.person, link.role, link.action,
                    link.personalDigest);
            default -> Sha256.of(version, link.previous, number, link.caseReference, at, link.person, link.role, link.action,
                    link.personalDigest, link.key);
        };
    }

    /** What goes into the hash of one act. The ground counts in version 1 only; later it is in the digest. */
    record Link(
            int version,
            String previous,
            long number,
            String caseReference,
            Instant at,
            String person,
            String role,
            String action,
            String ground,
            String personalDigest,
            String key) {

        static Link of(ResultSet row, String previous) throws SQLException {
            return new Link(
                    row.getInt("version"),
                    previous,
                    row.getLong("number"),
                    row.getString("case_reference"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("person"),
                    row.getString("role"),
                    row.getString("action"),
                    row.getString("ground"),
                    row.getString("personal_digest"),
                    row.getString("key_id"));
        }
    }
}
