package org.redress.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Looks into Word, Excel, PowerPoint and Outlook files of the old kind, and into what wraps a new one with a password. */
final class OfficeCheck {

    static final Set<String> OLD_KINDS = Set.of(
            "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.ms-outlook");

    private static final Set<String> MACROS = Set.of("macros", "_vba_project_cur", "_vba_project", "vba");

    /** In the header of a Word document: where its flags stand, and which one says that it is encrypted. */
    private static final int WORD_FLAGS = 0x0B;
    private static final int WORD_ENCRYPTED = 0x01;

    /** The record of an Excel workbook that says how it is encrypted; it comes right after the first. */
    private static final int EXCEL_FILE_PASS = 0x002F;

    private OfficeCheck() {}

    /** Whether it opens only with a password. What cannot be read is not locked but broken. */
    static boolean isLocked(Path content) {
        try (POIFSFileSystem file = new POIFSFileSystem(content.toFile(), true)) {
            return isLocked(file.getRoot());
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    /** @throws UploadRefused where it is broken or holds macros */
    static void look(String name, Path content) {
        try (POIFSFileSystem file = new POIFSFileSystem(content.toFile(), true)) {
            if (holdsMacros(file.getRoot(), 0)) {
                throw UploadCheck.withProgram(name);
            }
            readToItsEnd(file.getRoot());
        } catch (IOException e) {
            throw UploadCheck.broken(name);
        }
    }

    private static boolean isLocked(DirectoryEntry root) throws IOException {
        if (root.hasEntryCaseInsensitive("EncryptedPackage") || root.hasEntryCaseInsensitive("EncryptedSummary")) {
            return true;
        }
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            byte[] head = head(root, "WordDocument", WORD_FLAGS + 1);
            return head.length > WORD_FLAGS && (head[WORD_FLAGS] & WORD_ENCRYPTED) != 0;
        }
        for (String book : new String[] {"Workbook", "Book"}) {
            if (root.hasEntryCaseInsensitive(book)) {
                byte[] head = head(root, book, 64);
                int second = head.length < 4 ? head.length : 4 + short16(head, 2);
                return second + 1 < head.length && short16(head, second) == EXCEL_FILE_PASS;
            }
        }
        return false;
    }

    private static byte[] head(DirectoryEntry root, String name, int bytes) throws IOException {
        try (InputStream in = new DocumentInputStream((DocumentEntry) root.getEntryCaseInsensitive(name))) {
            return in.readNBytes(bytes);
        }
    }

    /** What is cut off shows only where it is read. */
    private static void readToItsEnd(DirectoryEntry folder) throws IOException {
        if (folder.isEmpty() || Thread.currentThread().isInterrupted()) {
            throw new IOException("Nothing in it, or taken too long");
        }
        for (Entry entry : folder) {
            if (entry instanceof DirectoryEntry inner && !inner.isEmpty()) {
                readToItsEnd(inner);
            } else if (entry instanceof DocumentEntry document) {
                try (InputStream in = new DocumentInputStream(document)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    private static int short16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static boolean holdsMacros(DirectoryEntry folder, int depth) {
        if (depth > 20) {
            return true;
        }
        for (Entry entry : folder) {
            boolean found = MACROS.contains(entry.getName().toLowerCase(Locale.ROOT))
                    || entry instanceof DirectoryEntry inner && holdsMacros(inner, depth + 1);
            if (found) {
                return true;
            }
        }
        return false;
    }
}
