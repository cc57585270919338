package org.redress.casefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.tika.Tika;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;

/**
 * Whether a file may come onto the case file. What it is, its content tells; its name must not say otherwise. It must be
 * of a kind that we take, open without a password, hold no program, be no bomb, and carry no virus.
 */
@Component
class UploadCheck implements DisposableBean {

    private static final Set<String> WELCOME = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/rtf",
            "application/vnd.ms-outlook",
            "message/rfc822",
            "text/plain",
            "text/csv",
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/tiff",
            "image/webp",
            "image/heic",
            "audio/mpeg",
            "audio/mp4",
            "audio/vnd.wave",
            "video/mp4",
            "video/quicktime");

    private static final Set<String> OFFICE_ZIP = Set.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet");

    /** What mail programs put beside a letter by themselves: signatures, invitations, cards with an address. */
    private static final Set<String> WITH_MAIL = Set.of(
            "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "text/calendar", "text/vcard",
            "text/x-vcard");

    private static final Set<String> PACKED = Set.of(
            "application/zip", "application/x-7z-compressed", "application/x-rar-compressed", "application/vnd.rar",
            "application/gzip", "application/x-tar", "application/x-bzip2", "application/x-xz", "application/java-archive");

    /** Endings of programs. None may stand anywhere in a name, so that nobody takes one for a paper. */
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "com", "scr", "pif", "bat", "cmd", "js", "jse", "vbs", "vbe", "wsf", "wsh", "hta", "msi", "msp", "ps1", "jar",
            "lnk", "cpl", "dll", "reg", "sh", "app", "apk", "iso", "vhd", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "ppsm",
            "html", "htm", "xhtml", "mht", "mhtml", "shtml", "svg", "svgz", "swf", "php", "jsp", "asp", "aspx");

    /** The old Office kinds and what wraps a new one with a password are told apart by their inside, not by their first bytes. */
    private static final String OLE = "application/x-tika-msoffice";

    /** How long looking into one file may take. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** How many files are looked into at once; what is within one may be held in memory meanwhile. */
    private static final int AT_ONCE = 2;

    /** Attachments in an e-mail and all e-mails within it. */
    private static final int MOST_ATTACHMENTS = 200;

    /** An e-mail within an e-mail, and so on. */
    private static final int DEEPEST_MAIL = 4;

    private static final String MAIL_REMEDY = " An e-mail is taken only with all that is attached to it: without that, save it as a PDF"
            + " and choose that.";

    private final Tika tika = new Tika();
    private final VirusScan scan;
    private final Duration longest;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread worker = new Thread(work, "upload-check");
        worker.setDaemon(true);
        return worker;
    });

    @Autowired
    UploadCheck(VirusScan scan) {
        this(scan, LONGEST);
    }

    UploadCheck(VirusScan scan, Duration longest) {
        this.scan = scan;
        this.longest = longest;
    }

    /**
     * What the file is, where it may come in. Whatever is attached to an e-mail must be such that it might come in itself.
     *
     * @param name its last part only
     * @throws UploadRefused where it may not
     * @throws ScannerUnavailable where nobody could look whether it carries a virus
     */
    String mediaType(String name, Path file) throws IOException {
        return look(new Paper(name, null, false, file), new Bounds(longest.toNanos()), 0);
    }

    /**
     * A file, or one within it.
     *
     * @param within what it is attached to, in words; null for a file of its own
     * @param mail whether it is an e-mail whatever it looks like
     */
    private record Paper(String name, String within, boolean mail, Path file) {

        String called() {
            return within == null ? name : name + " (attached to " + within + ")";
        }
    }

    /** What is left for a file and all that is within it: time in nanoseconds, and attachments. */
    private static final class Bounds {

        private long time;
        private int attachments = MOST_ATTACHMENTS;

        Bounds(long time) {
            this.time = time;
        }
    }

    private String look(Paper paper, Bounds bounds, int depth) throws IOException {
        String called = paper.called();
        long size = Files.size(paper.file());
        if (size == 0) {
            throw new UploadRefused("The file " + called + " is empty. Choose a file with something in it.");
        }
        if (size > Documents.LARGEST) {
            throw tooLarge(called);
        }
        String mediaType = kind(paper);
        inTime(called, bounds, () -> {
            lookInside(called, mediaType, paper.file());
            return null;
        });
        scan.look(called, new FileSystemResource(paper.file()));
        if (mediaType.equals(MailAttachments.INTERNET) || mediaType.equals(MailAttachments.OUTLOOK)) {
            lookAtAttachments(paper, mediaType, bounds, depth);
        }
        return mediaType;
    }

    private void lookAtAttachments(Paper mail, String mediaType, Bounds bounds, int depth) throws IOException {
        try (MailAttachments all = inTime(mail.called(), bounds, () -> MailAttachments.of(mail.called(), mediaType, mail.file()))) {
            bounds.attachments -= all.found().size();
            if (bounds.attachments < 0 || depth >= DEEPEST_MAIL && !all.found().isEmpty()) {
                throw MailAttachments.tooMuch(mail.called());
            }
            String within = mail.name() + (mail.within() == null ? "" : ", attached to " + mail.within());
            for (MailAttachments.Attachment one : all.found()) {
                try (ReceivedFile content = inTime(mail.called(), bounds, () -> content(one))) {
                    if (content.size() > 0) {
                        look(new Paper(one.name(), within, one.mail(), content.path()), bounds, depth + 1);
                    }
                } catch (ScannerUnavailable away) {
                    throw away;
                } catch (UploadRefused refused) {
                    throw depth > 0 ? refused : new UploadRefused(refused.getMessage() + MAIL_REMEDY);
                }
            }
        }
    }

    private static ReceivedFile content(MailAttachments.Attachment attachment) throws Exception {
        try (InputStream in = attachment.content().open()) {
            return ReceivedFile.of(in);
        }
    }

    private String kind(Paper paper) throws IOException {
        String called = paper.called();
        String plain = detect(paper.file(), null);
        String mediaType = paper.mail() ? MailAttachments.INTERNET : detect(paper.file(), paper.name());
        if (plain.equals(OLE) && OfficeCheck.isLocked(paper.file())) {
            throw locked(called);
        }
        if (PACKED.contains(mediaType) || PACKED.contains(plain) && !OFFICE_ZIP.contains(mediaType)) {
            throw new UploadRefused("The file " + called + " is packed. Unpack it, and choose the files that were in it.");
        }
        List<String> parts = Arrays.asList(paper.name().toLowerCase(Locale.ROOT).split("\\."));
        if (parts.stream().skip(1).map(String::strip).anyMatch(PROGRAMS::contains)) {
            throw new UploadRefused("The file " + called + " is named like a program or a web page. Save it as a PDF and choose that.");
        }
        if (!WELCOME.contains(mediaType) && !(paper.within() != null && WITH_MAIL.contains(mediaType))) {
            throw new UploadRefused("The file " + called + " holds " + mediaType
                    + ", which is not taken. Choose a PDF, a Word, Excel or text file, an e-mail, a picture, sound or video.");
        }
        return mediaType;
    }

    private static void lookInside(String called, String mediaType, Path file) {
        if (mediaType.equals("application/pdf")) {
            PdfCheck.look(called, file);
        } else if (OFFICE_ZIP.contains(mediaType)) {
            ArchiveCheck.look(called, mediaType, file);
        } else if (OfficeCheck.OLD_KINDS.contains(mediaType)) {
            OfficeCheck.look(called, file);
        }
    }

    static UploadRefused tooLarge(String name) {
        return new UploadRefused("The file " + name + " is larger than 100 MB. Split it, or send it in another way.");
    }

    static UploadRefused locked(String name) {
        return new UploadRefused("The file " + name + " opens only with a password. Save it without one and choose it again, or ask"
                + " the sender to.");
    }

    static UploadRefused broken(String name) {
        return new UploadRefused("The file " + name + " is damaged or not what its name says, and cannot be opened. Open it where you"
                + " have it, save it again, and choose that.");
    }

    static UploadRefused withProgram(String name) {
        return new UploadRefused("The file " + name + " holds a program (a macro or a script). Save it as a PDF and choose that.");
    }

    private String detect(Path file, String name) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return tika.detect(in, name);
        }
    }

    /** Of the time that is left for a file. What waits for its turn uses it too. */
    private <T> T inTime(String called, Bounds bounds, Callable<T> work) {
        long began = System.nanoTime();
        Future<T> done = workers.submit(work);
        try {
            return done.get(bounds.time, TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLong) {
            done.cancel(true);
            throw new UploadRefused("The file " + called + " takes too long to look into. Save it as a PDF, or split it, and choose"
                    + " that.");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UploadRefused refused) {
                throw refused;
            }
            // a file that brings its reader down is no file that we want
            throw broken(called);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking into a file", e);
        } finally {
            bounds.time -= System.nanoTime() - began;
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
