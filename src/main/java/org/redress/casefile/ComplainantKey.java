package org.redress.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.redress.kind.Kind;

/** Tells whether two applications come from the same complainant about the same force reference. */
final class ComplainantKey {

    private ComplainantKey() {}

    /** A digest of who complains and under which force reference; empty where either is unknown. */
    static String of(NewCase application, Kind kind) {
        String name = application.applicantIsComplainant()
                ? application.parties().stream()
                        .filter(party -> kind.head().filter(head -> head.code().equals(party.role().name())).isPresent())
                        .map(party -> party.person().fullName())
                        .findFirst()
                        .orElse(null)
                : application.complainantName();
        String force = letters(application.forceReference());
        if (name == null || letters(name).isEmpty() || force.isEmpty()) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((letters(name) + "\n" + force).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String letters(String text) {
        if (text == null) {
            return "";
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
