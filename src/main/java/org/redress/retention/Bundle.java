package org.redress.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.redress.kernel.London;

/** A zip file that leaves the house, file by file. */
final class Bundle implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK);
    private static final int LONGEST_NAME = 120;

    private final ZipOutputStream zip;
    private final Configuration templates;

    Bundle(OutputStream out, Configuration templates) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.templates = templates;
    }

    void bytes(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    void stream(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.transferTo(zip);
        zip.closeEntry();
    }

    void text(String name, String content) throws IOException {
        bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void json(String name, Object content) throws IOException {
        bytes(name, JSON.writeValueAsBytes(content));
    }

    /** A page that any browser reads without us. */
    void page(String name, String template, Object model) throws IOException {
        StringWriter page = new StringWriter();
        try {
            templates.getTemplate("bundle/" + template + ".ftlh").process(model, page);
        } catch (TemplateException e) {
            throw new IllegalStateException("The page " + name + " of a bundle could not be written", e);
        }
        text(name, page.toString());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A name that every system takes, whatever the sender called the file. */
    static String safe(String name) {
        String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}]", "_").replaceAll("^\\.+", "_");
        int length = safe.codePointCount(0, safe.length());
        // the ending says what the file is, so the beginning goes
        return length <= LONGEST_NAME ? safe : safe.substring(safe.offsetByCodePoints(0, length - LONGEST_NAME));
    }

    static String london(Instant moment) {
        return TIME.format(London.wallOf(moment));
    }

    static String utc(Instant moment) {
        return TIME.format(moment.atZone(ZoneOffset.UTC));
    }
}
