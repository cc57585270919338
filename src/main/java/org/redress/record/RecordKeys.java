package org.redress.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;

/**
 * The keys that acts are sealed with. They stand in a file outside the database, one a line as {@code id key}: the last
 * one seals, the others prove what they sealed. {@code id lost} says that nobody has the key any more.
 */
public final class RecordKeys {

    private static final Logger log = LoggerFactory.getLogger(RecordKeys.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final String LOST = "lost";
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 8;
    /** So that a seal of an act can never be taken for anything else that the key might seal one day. */
    private static final String SEALED = "redress act ";

    private final Map<String, byte[]> keys;
    private final Set<String> lost;
    private final String current;

    private RecordKeys(Map<String, byte[]> keys, Set<String> lost, String current) {
        this.keys = keys;
        this.lost = lost;
        this.current = current;
    }

    /** For a check by somebody who has no key. */
    public static RecordKeys none() {
        return new RecordKeys(Map.of(), Set.of(), null);
    }

    /** Where the key file stands, if not where the setting says. */
    public static Path file(String setting, Path dataDirectory) {
        return StringUtils.hasText(setting) ? Path.of(setting) : dataDirectory.resolve("record.key");
    }

    /**
     * The keys of a file, none where there is no such file.
     *
     * @throws IOException where it cannot be read, or holds something else
     */
    public static RecordKeys read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return none();
        }
        Map<String, byte[]> keys = new LinkedHashMap<>();
        Set<String> lost = new HashSet<>();
        String last = null;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] words = line.strip().split("\\s+");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (words.length == 2 && words[1].equals(LOST)) {
                lost.add(words[0]);
            } else if (words.length == 2 && words[0].length() <= 32 && words[1].matches("[0-9a-f]{64}")) {
                keys.put(words[0], HexFormat.of().parseHex(words[1]));
                last = words[0];
            } else {
                throw new IOException("A line of the record's key file " + file + " is no key. Each is 'id key' or 'id lost',"
                        + " the key in 64 hexadecimal digits. Put the file back from your safe copy.");
            }
        }
        if (last == null) {
            throw new IOException("The record's key file " + file + " holds no key. Put it back from your safe copy.");
        }
        return new RecordKeys(keys, lost, last);
    }

    /** The keys of a file; the file is made, for its owner alone, where there is none. */
    static RecordKeys readOrMake(Path file) throws IOException {
        if (Files.notExists(file)) {
            make(file);
        } else if (isPosix() && !Files.getPosixFilePermissions(file).stream().allMatch(RecordKeys::isOwners)) {
            log.warn("Others than its owner may read or change {}, the key of the record. Take that away: chmod 600 {}", file, file);
        }
        return read(file);
    }

    boolean any() {
        return current != null;
    }

    /** The name of the key that seals now. */
    String current() {
        return current;
    }

    boolean isLost(String id) {
        return lost.contains(id);
    }

    boolean has(String id) {
        return keys.containsKey(id);
    }

    /** Seals the hash of an act with the key that seals now. */
    String seal(String hash) {
        return seal(keys.get(current), hash);
    }

    /** Whether a key that we have made this seal of this hash. */
    boolean fits(String id, String hash, String seal) {
        return seal != null && MessageDigest.isEqual(
                seal(keys.get(id), hash).getBytes(StandardCharsets.US_ASCII), seal.getBytes(StandardCharsets.US_ASCII));
    }

    private static String seal(byte[] key, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((SEALED + hash).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        String line = random(ID_BYTES) + " " + random(KEY_BYTES) + "\n";
        FileAttribute<?>[] owners = isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Path whole = Files.createTempFile(folder, "record", ".key", owners);
        try {
            Files.writeString(whole, line, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
            // of two nodes that share the file and start at once one makes it, and neither ever reads half of it
            Files.createLink(file, whole);
            log.warn("A new key of the record was made: {}. Keep a copy of it in a safe place outside the database, and give it"
                    + " to every node: without it nobody can prove later which acts are ours.", file.toAbsolutePath());
        } catch (FileAlreadyExistsException anotherNodeMadeIt) {
            log.debug("Another node made {}", file);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static boolean isOwners(PosixFilePermission permission) {
        return permission.name().startsWith("OWNER_");
    }
}
