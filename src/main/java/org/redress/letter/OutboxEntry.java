package org.redress.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** The one row that sends a letter. Its key is the letter's, so there is never a second one. */
@Entity
@Table(name = "letter_outbox")
class OutboxEntry {

    @Id
    private Long letterId;

    @Enumerated(EnumType.STRING)
    private Delivery state;

    private int attempts;
    private Instant nextAttemptAt;
    private Instant sendingSince;
    private String sentThrough;

    @Column(columnDefinition = "text")
    private String problem;

    private String settledBy;
    private Instant doneAt;

    @Column(columnDefinition = "text")
    private String toEmail;

    @Column(columnDefinition = "text")
    private String toAddress;

    protected OutboxEntry() {}

    /** From here on the letter counts as going out, whatever becomes of us. */
    void sending(String through, Instant now) {
        state = Delivery.SENDING;
        attempts++;
        sendingSince = now;
        sentThrough = through;
    }

    void sent(Instant now) {
        state = Delivery.SENT;
        problem = null;
        doneAt = now;
    }

    void sentAfterAll(String person, Instant now) {
        sent(now);
        settledBy = person;
    }

    void again(Instant when, String problem) {
        state = Delivery.QUEUED;
        nextAttemptAt = when;
        this.problem = problem;
    }

    void againFromTheStart(String person, Instant now) {
        again(now, null);
        attempts = 0;
        settledBy = person;
    }

    /** Somebody put the address right: one way from now on, whatever the addressee would rather have. */
    void redirect(String email, List<String> postalAddress) {
        toEmail = email;
        toAddress = postalAddress.isEmpty() ? null : String.join("\n", postalAddress);
    }

    /** Where the letter goes: as it was approved, or where somebody said since. */
    Addressee destinationOf(Addressee approved) {
        if (toEmail == null && toAddress == null) {
            return approved;
        }
        return approved.at(
                toEmail == null ? approved.email() : toEmail,
                toAddress == null ? approved.postalAddress() : List.of(toAddress.split("\n")),
                toEmail == null ? Addressee.Contact.POST : Addressee.Contact.EMAIL);
    }

    void givenUp(String person, Instant now) {
        state = Delivery.NOT_REACHED;
        problem = "It was decided that they cannot be reached. This letter is never sent.";
        settledBy = person;
        doneAt = now;
    }

    void stopped(Delivery how, String problem) {
        state = how;
        this.problem = problem;
    }

    void note(String problem) {
        this.problem = problem;
    }

    long letterId() {
        return letterId;
    }

    Delivery state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    String sentThrough() {
        return sentThrough;
    }

    String problem() {
        return problem;
    }
}
