package org.redress.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.redress.record.Sha256;
import org.springframework.data.domain.Persistable;

/** A letter as it was approved, byte for byte. The database refuses every change. */
@Entity
@Immutable
@Table(name = "letter_copy")
class LetterCopy implements Persistable<Long> {

    @Id
    private Long letterId;

    private Instant frozenAt;

    @Column(columnDefinition = "text")
    private String title;

    @Column(columnDefinition = "text")
    private String html;

    @Column(columnDefinition = "text")
    private String bodyText;

    private byte[] pdf;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String textSha256;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String pdfSha256;

    @Transient
    private boolean stored;

    protected LetterCopy() {}

    LetterCopy(long letterId, RenderedLetter letter, byte[] pdf, Instant frozenAt) {
        this.letterId = letterId;
        this.frozenAt = frozenAt;
        title = letter.title();
        html = letter.html();
        bodyText = letter.text();
        this.pdf = pdf.clone();
        textSha256 = Sha256.ofBytes(bodyText.getBytes(StandardCharsets.UTF_8));
        pdfSha256 = Sha256.ofBytes(pdf);
    }

    String title() {
        return title;
    }

    String html() {
        return html;
    }

    String text() {
        return bodyText;
    }

    byte[] pdf() {
        return pdf.clone();
    }

    String textSha256() {
        return textSha256;
    }

    String pdfSha256() {
        return pdfSha256;
    }

    @Override
    public Long getId() {
        return letterId;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void isStored() {
        stored = true;
    }
}
