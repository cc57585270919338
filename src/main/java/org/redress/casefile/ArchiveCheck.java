package org.redress.casefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks into the files that are zips inside: Word, Excel and PowerPoint of the new kind, and OpenDocument. They are read
 * entry by entry and thrown away while they are read, within bounds that no honest paper comes near.
 */
final class ArchiveCheck {

    /** Entries in the file and all files within it. */
    private static final int MOST_ENTRIES = 5_000;

    /** Bytes of all entries together, unpacked. */
    private static final long MOST_BYTES = 1_000L * 1024 * 1024;

    /** What unpacks to this many times its size is made to do harm; text and tables reach a tenth of it. */
    private static final int MOST_RATIO = 200;

    /** Below this, the ratio says nothing. */
    private static final long RATIO_COUNTS_FROM = 5L * 1024 * 1024;

    /** A table in a text in a presentation; deeper is a trick. */
    private static final int DEEPEST = 3;

    private static final int LARGEST_INNER = 50 * 1024 * 1024;

    private static final Pattern INNER_FILE = Pattern.compile(".*\\.(docx|xlsx|pptx|odt|ods|odp|zip|jar)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MACROS = Pattern.compile("(.*/)?vbaproject\\.bin|basic/.*|scripts/.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROGRAM = Pattern.compile(".*\\.(exe|dll|scr|com|bat|cmd|js|vbs|ps1|jar|msi|hta)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML = Pattern.compile(".*\\.(xml|rels)", Pattern.CASE_INSENSITIVE);

    /** What must be in it for it to be what it says; an OpenDocument file says so itself. */
    private static final Map<String, String> HEART = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/",
            "application/vnd.oasis.opendocument.text", "content.xml",
            "application/vnd.oasis.opendocument.spreadsheet", "content.xml");

    private final String name;
    private int entries;
    private long bytes;

    private ArchiveCheck(String name) {
        this.name = name;
    }

    /** @throws UploadRefused where it is a bomb, locked, broken, or holds a program */
    static void look(String name, String mediaType, Path file) {
        try {
            new ArchiveCheck(name).look(ZipFile.builder().setPath(file), Files.size(file), HEART.get(mediaType), 1);
        } catch (IOException e) {
            throw UploadCheck.broken(name);
        }
    }

    private void look(ZipFile.Builder source, long packed, String heart, int depth) {
        if (depth > DEEPEST) {
            throw bomb();
        }
        try (ZipFile zip = source.get()) {
            List<ZipArchiveEntry> listed = Collections.list(zip.getEntries());
            entries += listed.size();
            if (entries > MOST_ENTRIES) {
                throw bomb();
            }
            if (heart != null && listed.stream().noneMatch(entry -> entry.getName().startsWith(heart))) {
                throw UploadCheck.broken(name);
            }
            for (ZipArchiveEntry entry : listed) {
                look(zip, entry, packed, depth);
            }
        } catch (IOException e) {
            throw UploadCheck.broken(name);
        }
    }

    private void look(ZipFile zip, ZipArchiveEntry entry, long packedInAll, int depth) throws IOException {
        String inner = entry.getName();
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw UploadCheck.locked(name);
        }
        if (leadsOut(inner)) {
            throw new UploadRefused("The file " + name + " holds names that lead out of it, as only a file made to do harm does."
                    + " Ask the sender for another.");
        }
        if (MACROS.matcher(inner).matches() || PROGRAM.matcher(inner).matches()) {
            throw UploadCheck.withProgram(name);
        }
        boolean open = INNER_FILE.matcher(inner).matches();
        byte[] held = read(zip, entry, packedInAll, open);
        if (open) {
            look(ZipFile.builder().setByteArray(held), held.length, null, depth + 1);
        } else if (XML.matcher(inner).matches() && declaresEntities(held)) {
            throw bomb();
        }
    }

    /** Reads an entry to its end, keeping all of it where it is opened itself, otherwise its beginning. */
    private byte[] read(ZipFile zip, ZipArchiveEntry entry, long packedInAll, boolean whole) throws IOException {
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        long unpacked = 0;
        byte[] piece = new byte[64 * 1024];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                unpacked += read;
                bytes += read;
                boolean ratio = unpacked > RATIO_COUNTS_FROM && unpacked > MOST_RATIO * Math.max(1, entry.getCompressedSize())
                        || bytes > 10 * RATIO_COUNTS_FROM && bytes > MOST_RATIO * packedInAll;
                if (ratio || bytes > MOST_BYTES || whole && unpacked > LARGEST_INNER || Thread.interrupted()) {
                    throw bomb();
                }
                if (whole || held.size() == 0) {
                    held.write(piece, 0, read);
                }
            }
        }
        return held.toByteArray();
    }

    private static boolean leadsOut(String inner) {
        String path = inner.replace('\\', '/');
        return path.startsWith("/") || path.matches("[A-Za-z]:.*") || path.equals("..") || path.startsWith("../")
                || path.contains("/../") || path.endsWith("/..") || path.indexOf('\0') >= 0;
    }

    /** No Office program writes these, and what they stand for can grow without end. */
    private static boolean declaresEntities(byte[] xml) {
        String text = new String(xml, StandardCharsets.ISO_8859_1).replace("\0", "").toUpperCase(Locale.ROOT);
        return text.contains("<!ENTITY") || text.contains("<!DOCTYPE");
    }

    private UploadRefused bomb() {
        return new UploadRefused("The file " + name + " unpacks to far more than it should, as only a file made to do harm does. Save"
                + " it as a PDF and choose that, or ask the sender for another.");
    }
}
