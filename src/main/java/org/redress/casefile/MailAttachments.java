package org.redress.casefile;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.SharedFileInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;

/**
 * What is attached to an e-mail, as the Internet sends it or as Outlook saves it. What the sender wrote is no attachment;
 * everything else is, also pictures in the text and e-mails that were passed on.
 */
final class MailAttachments implements Closeable {

    static final String INTERNET = "message/rfc822";
    static final String OUTLOOK = "application/vnd.ms-outlook";

    /** Bodies within bodies; mail programs need four. */
    private static final int DEEPEST = 20;

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    /** How an attachment is read. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException, MessagingException;
    }

    /**
     * One of them.
     *
     * @param mail whether the e-mail itself says that it is another e-mail, whatever it looks like
     */
    record Attachment(String name, boolean mail, Content content) {}

    private final String called;
    private final Closeable source;
    private final List<Attachment> found = new ArrayList<>();

    private MailAttachments(String called, Closeable source) {
        this.called = called;
        this.source = source;
    }

    static MailAttachments of(String called, String mediaType, Path file) throws IOException, MessagingException {
        if (mediaType.equals(OUTLOOK)) {
            MAPIMessage message = new MAPIMessage(file.toFile());
            MailAttachments all = new MailAttachments(called, message);
            all.collect(message, 0);
            return all;
        }
        SharedFileInputStream source = new SharedFileInputStream(file.toFile());
        MailAttachments all = new MailAttachments(called, source);
        all.collect(new MimeMessage(NO_SERVER, source), 0);
        return all;
    }

    List<Attachment> found() {
        return found;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void collect(Part part, int depth) throws IOException, MessagingException {
        if (depth > DEEPEST) {
            throw tooMuch(called);
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), depth + 1);
            }
        } else if (!isWritten(part)) {
            boolean mail = part.isMimeType(INTERNET);
            found.add(new Attachment(name(part, mail), mail, mail ? () -> message(part) : part::getInputStream));
        }
    }

    /** An e-mail within must not be encoded, so the library would leave it as it is; mail programs decode it nevertheless. */
    private static InputStream message(Part part) throws IOException, MessagingException {
        if (part instanceof MimeBodyPart body && body.getEncoding() != null) {
            return MimeUtility.decode(body.getRawInputStream(), body.getEncoding());
        }
        return part.getInputStream();
    }

    private static boolean isWritten(Part part) throws MessagingException {
        return part.getFileName() == null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && (part.isMimeType("text/plain") || part.isMimeType("text/html"));
    }

    private String name(Part part, boolean mail) throws MessagingException {
        String name = part.getFileName();
        if (name == null || name.isBlank()) {
            return "attachment " + (found.size() + 1) + (mail ? ".eml" : "");
        }
        try {
            return Documents.lastPart(MimeUtility.decodeText(name));
        } catch (UnsupportedEncodingException unknown) {
            return Documents.lastPart(name);
        }
    }

    private void collect(MAPIMessage message, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw tooMuch(called);
        }
        for (AttachmentChunks attached : message.getAttachmentFiles()) {
            if (attached.isEmbeddedMessage()) {
                collect(attached.getEmbeddedMessage(), depth + 1);
            } else if (attached.getAttachData() != null) {
                found.add(new Attachment(
                        name(attached), false, () -> new ByteArrayInputStream(attached.getEmbeddedAttachmentObject())));
            }
        }
    }

    private String name(AttachmentChunks attached) {
        for (StringChunk name : new StringChunk[] {
            attached.getAttachLongFileName(), attached.getAttachFileName(), attached.getAttachDisplayName()}) {
            if (name != null && name.getValue() != null && !name.getValue().isBlank()) {
                return Documents.lastPart(name.getValue());
            }
        }
        return "attachment " + (found.size() + 1);
    }

    static UploadRefused tooMuch(String called) {
        return new UploadRefused("The file " + called + " holds more attachments, or e-mails within e-mails, than can be looked into."
                + " Save what matters as files of its own and choose those.");
    }
}
