package org.redress.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.tika.Tika;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
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

    /** How many files are looked into at once; each may be held in memory more than once meanwhile. */
    private static final int AT_ONCE = 2;

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
     * What the file is, where it may come in.
     *
     * @param name its last part only
     * @throws UploadRefused where it may not
     * @throws ScannerUnavailable where nobody could look whether it carries a virus
     */
    String mediaType(String name, byte[] content) {
        if (content.length == 0) {
            throw new UploadRefused("The file " + name + " is empty. Choose a file with something in it.");
        }
        if (content.length > Documents.LARGEST) {
            throw tooLarge(name);
        }
        String mediaType = kind(name, content);
        inTime(name, () -> lookInside(name, mediaType, content));
        scan.look(name, content);
        return mediaType;
    }

    private String kind(String name, byte[] content) {
        String mediaType = detect(content, name);
        if (detect(content, null).equals(OLE) && OfficeCheck.isLocked(content)) {
            throw locked(name);
        }
        if (PACKED.contains(mediaType) || PACKED.contains(detect(content, null)) && !OFFICE_ZIP.contains(mediaType)) {
            throw new UploadRefused("The file " + name + " is packed. Unpack it, and choose the files that were in it.");
        }
        List<String> parts = Arrays.asList(name.toLowerCase(Locale.ROOT).split("\\."));
        if (parts.stream().skip(1).map(String::strip).anyMatch(PROGRAMS::contains)) {
            throw new UploadRefused("The file " + name + " is named like a program or a web page. Save it as a PDF and choose that.");
        }
        if (!WELCOME.contains(mediaType)) {
            throw new UploadRefused("The file " + name + " holds " + mediaType
                    + ", which is not taken. Choose a PDF, a Word, Excel or text file, an e-mail, a picture, sound or video.");
        }
        return mediaType;
    }

    private static void lookInside(String name, String mediaType, byte[] content) {
        if (mediaType.equals("application/pdf")) {
            PdfCheck.look(name, content);
        } else if (OFFICE_ZIP.contains(mediaType)) {
            ArchiveCheck.look(name, mediaType, content);
        } else if (OfficeCheck.OLD_KINDS.contains(mediaType)) {
            OfficeCheck.look(name, content);
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

    private String detect(byte[] content, String name) {
        try {
            return tika.detect(new ByteArrayInputStream(content), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void inTime(String name, Runnable work) {
        Future<?> done = workers.submit(work);
        try {
            done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            done.cancel(true);
            throw new UploadRefused("The file " + name + " takes too long to look into. Save it as a PDF, or split it, and choose"
                    + " that.");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UploadRefused refused) {
                throw refused;
            }
            // a file that brings its reader down is no file that we want
            throw broken(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking into a file", e);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
