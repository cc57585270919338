package org.redress.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** A letter from its first draft on. What was approved lies in its {@link LetterCopy}. */
@Entity
@Table(name = "letter")
class Letter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseReference;

    private LetterKind kind;

    private String purpose;

    @Enumerated(EnumType.STRING)
    private Addressee.Role toRole;

    @Column(columnDefinition = "text")
    private String toName;

    private Long toParty;

    @Column(columnDefinition = "text")
    private String toEmail;

    @Column(columnDefinition = "text")
    private String toAddress;

    @Enumerated(EnumType.STRING)
    private Addressee.Contact preferredContact;

    private boolean largePrint;

    @Column(columnDefinition = "text")
    private String adjustments;

    @Column(columnDefinition = "text")
    private String toClient;

    private String toCapacity;

    @Column(columnDefinition = "text")
    private String toArrange;

    @Column(columnDefinition = "text")
    private String model;

    @Column(columnDefinition = "text")
    private String additionalText;

    private boolean addedLater;

    private String author;
    private Instant draftedAt;
    private String changedBy;
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    private LetterStatus status;

    @Column(columnDefinition = "text")
    private String endedReason;

    private String approvedBy;
    private Instant approvedAt;
    private Instant sentAt;

    @Version
    private long version;

    protected Letter() {}

    Letter(Draft draft, LetterKind kind, String model, Instant now) {
        caseReference = draft.caseReference();
        this.kind = kind;
        purpose = draft.purpose();
        goTo(draft.to());
        this.model = model;
        author = draft.author();
        draftedAt = now;
        changedBy = draft.author();
        changedAt = now;
        status = LetterStatus.DRAFT;
    }

    void addLater() {
        mustBeDraft();
        addedLater = true;
    }

    private void goTo(Addressee to) {
        toRole = to.role();
        toName = to.name();
        toParty = to.party();
        toEmail = to.email();
        toAddress = String.join("\n", to.postalAddress());
        preferredContact = to.preferredContact();
        largePrint = to.largePrint();
        adjustments = to.adjustments();
        toClient = to.client();
        toCapacity = to.capacity();
        toArrange = to.arrange();
    }

    /** What the file says of the addressee has changed. */
    void readdress(Addressee to) {
        mustBeDraft();
        goTo(to);
    }

    /** What had to be arranged need not be any more, or something else must. */
    void arrange(String what) {
        toArrange = what;
    }

    void addText(String text, String person, Instant now) {
        mustBeDraft();
        additionalText = text;
        author = person;
        changedBy = person;
        changedAt = now;
    }

    void renew(String model) {
        mustBeDraft();
        this.model = model;
    }

    void approve(String person, Instant now) {
        mustBeDraft();
        if (author.equalsIgnoreCase(person)) {
            throw new OwnWorkRefused(id);
        }
        status = LetterStatus.APPROVED;
        approvedBy = person;
        approvedAt = now;
    }

    void end(LetterStatus how, String reason, Instant now) {
        mustBeDraft();
        status = how;
        endedReason = reason;
        changedAt = now;
    }

    void sent(Instant now) {
        status = LetterStatus.SENT;
        sentAt = now;
    }

    void mustBeDraft() {
        if (status != LetterStatus.DRAFT) {
            throw new LetterNotDraft(id, status, approvedBy);
        }
    }

    long id() {
        return id;
    }

    String caseReference() {
        return caseReference;
    }

    LetterKind kind() {
        return kind;
    }

    String purpose() {
        return purpose;
    }

    Addressee to() {
        return new Addressee(toRole, toName, toEmail, toAddress.isEmpty() ? List.of() : List.of(toAddress.split("\n")),
                preferredContact, largePrint, adjustments, toParty, toClient, toCapacity, toArrange);
    }

    String model() {
        return model;
    }

    String additionalText() {
        return additionalText;
    }

    LetterStatus status() {
        return status;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    String changedBy() {
        return changedBy;
    }

    long version() {
        return version;
    }

    /** The name of the letter's files: reference, kind and number, nothing about a person. */
    String fileName() {
        return beginningOfFileNames(caseReference) + kind.code() + "-" + id;
    }

    /** How the names of all files of a case begin, and of no other. */
    static String beginningOfFileNames(String caseReference) {
        return caseReference.replaceAll("[^A-Za-z0-9]+", "-") + "-";
    }

    LetterView view(OutboxEntry onItsWay, List<String> notes) {
        return new LetterView(id, caseReference, kind, purpose, new LetterView.To(toRole, toName, toParty), addedLater, status, author,
                additionalText, draftedAt, approvedBy, approvedAt, sentAt,
                onItsWay == null ? null : onItsWay.state(), onItsWay == null ? null : onItsWay.problem(), notes,
                version);
    }
}
