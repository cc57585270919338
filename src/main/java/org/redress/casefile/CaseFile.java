package org.redress.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.domain.Persistable;

/** One case of any kind: what its procedure is about, and everything that follows from it. */
@Entity
public class CaseFile implements Persistable<String> {

    @Id
    private String reference;

    @Version
    private int version;

    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    private CasePath path;

    private String kind;
    private String channel;
    private Instant receivedAt;
    private Instant receivedByWrongBodyAt;
    private Instant forwardedAt;
    private String wrongBody;
    private String forceReference;
    private String force;
    private LocalDate complaintMadeOn;
    private String complaintSummary;
    private LocalDate outcomeLetterDate;
    private LocalDate outcomeSentOn;
    private Boolean reviewRightsGiven;
    private LocalDate reviewRightsProvidedOn;
    private String handling;
    private String grounds;
    private String possibleDuplicateOf;
    private String complainantKey;
    private Instant closedAt;
    private LocalDate keepUntil;
    private boolean restricted;

    @Column(name = "restriction_reason")
    private String restrictionReason;

    @jakarta.persistence.Transient
    private boolean fresh;

    protected CaseFile() {}

    CaseFile(String reference, Instant openedAt, NewCase application, String complainantKey, String possibleDuplicateOf) {
        this.fresh = true;
        this.reference = reference;
        this.openedAt = openedAt;
        this.state = CaseState.OPEN;
        this.kind = application.kind();
        this.channel = application.channel();
        this.receivedAt = application.receivedAt();
        this.receivedByWrongBodyAt = application.receivedByWrongBodyAt();
        this.forwardedAt = application.forwardedAt();
        this.wrongBody = application.wrongBody();
        this.forceReference = application.forceReference();
        this.force = application.force();
        this.complaintMadeOn = application.complaintMadeOn();
        this.complaintSummary = application.complaintSummary();
        this.outcomeLetterDate = application.outcomeLetterDate();
        this.outcomeSentOn = application.outcomeSentOn();
        this.reviewRightsGiven = application.reviewRightsGiven();
        this.reviewRightsProvidedOn = application.reviewRightsProvidedOn();
        this.handling = application.handling();
        this.grounds = application.grounds();
        this.complainantKey = complainantKey;
        this.possibleDuplicateOf = possibleDuplicateOf;
    }

    @Override
    public String getId() {
        return reference;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    public String reference() {
        return reference;
    }

    /** What kind of case it is: the two letters with which its reference begins, for example {@code RV}. */
    public String kind() {
        return kind;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public CaseState state() {
        return state;
    }

    /** Where the case was sent or how it ended; null before the validity decision. */
    public CasePath path() {
        return path;
    }

    public String channel() {
        return channel;
    }

    /** What follows "received by". */
    public String channelWords() {
        return Channel.valueOf(channel).words();
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant receivedByWrongBodyAt() {
        return receivedByWrongBodyAt;
    }

    public Instant forwardedAt() {
        return forwardedAt;
    }

    /** {@code IOPC}, {@code FORCE}, {@code OTHER_LPB} or null: where the application went first by mistake. */
    public String wrongBody() {
        return wrongBody;
    }

    public String forceReference() {
        return forceReference;
    }

    public String force() {
        return force;
    }

    public LocalDate complaintMadeOn() {
        return complaintMadeOn;
    }

    public String complaintSummary() {
        return complaintSummary;
    }

    public LocalDate outcomeLetterDate() {
        return outcomeLetterDate;
    }

    public LocalDate outcomeSentOn() {
        return outcomeSentOn;
    }

    /** Whether the applicant says the force told them of the right to a review; null where unknown. */
    public Boolean reviewRightsGiven() {
        return reviewRightsGiven;
    }

    public LocalDate reviewRightsProvidedOn() {
        return reviewRightsProvidedOn;
    }

    public String handling() {
        return handling;
    }

    public String grounds() {
        return grounds;
    }

    public String possibleDuplicateOf() {
        return possibleDuplicateOf;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public LocalDate keepUntil() {
        return keepUntil;
    }

    public boolean restricted() {
        return restricted;
    }

    public String restrictionReason() {
        return restrictionReason;
    }

    void moveTo(CaseState newState) {
        if (state == CaseState.CLOSED) {
            throw new CaseClosed(reference);
        }
        state = newState;
    }

    void take(CasePath newPath) {
        path = newPath;
    }

    void close(CasePath end, Instant at, LocalDate keep) {
        moveTo(CaseState.CLOSED);
        path = end;
        closedAt = at;
        keepUntil = keep;
    }

    void restrict(boolean on, String reason) {
        restricted = on;
        restrictionReason = reason;
    }

    /** Fills what the application left open; what stands is never overwritten by an answer. */
    void complete(CompletedContents more) {
        forceReference = blank(forceReference) ? more.forceReference() : forceReference;
        complaintMadeOn = complaintMadeOn == null ? more.complaintMadeOn() : complaintMadeOn;
        complaintSummary = blank(complaintSummary) ? more.complaintSummary() : complaintSummary;
        outcomeLetterDate = outcomeLetterDate == null ? more.outcomeLetterDate() : outcomeLetterDate;
        outcomeSentOn = outcomeSentOn == null ? more.outcomeSentOn() : outcomeSentOn;
        reviewRightsGiven = reviewRightsGiven == null ? more.reviewRightsGiven() : reviewRightsGiven;
        reviewRightsProvidedOn =
                reviewRightsProvidedOn == null ? more.reviewRightsProvidedOn() : reviewRightsProvidedOn;
        grounds = blank(grounds) ? more.grounds() : grounds;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
