package org.redress.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.clock.Now;
import org.redress.kernel.London;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters that did not leave, or may not have, and what a person says has become of them. */
@Service
@Transactional
public class OwedDeliveries {


    /**
     * A letter that is owed.
     *
     * @param to who it goes to, and where it would go at this moment
     * @param problem why it is owed, in words, without personal data
     */
    public record Owed(
            long letterId, String caseReference, LetterKind kind, Addressee to, LocalDate approvedOn, Delivery delivery, String problem) {}

    private final OutboxRepository entries;
    private final LetterRepository letters;
    private final Letters views;
    private final OutboxProperties properties;
    private final ApplicationEventPublisher events;
    private final Now now;

    OwedDeliveries(OutboxRepository entries, LetterRepository letters, Letters views, OutboxProperties properties,
            ApplicationEventPublisher events, Now now) {
        this.entries = entries;
        this.letters = letters;
        this.views = views;
        this.properties = properties;
        this.events = events;
        this.now = now;
    }

    /** Every letter that waits for a person, of all cases. */
    @Transactional(readOnly = true)
    public List<Owed> all() {
        return entries.findOwed().stream().map(this::owed).toList();
    }

    /** The letter, where it waits for a person. */
    @Transactional(readOnly = true)
    public Optional<Owed> find(long letterId) {
        return entries.findOf(List.of(letterId)).stream().filter(entry -> entry.state().isOwed()).findFirst().map(this::owed);
    }

    /** How many letters wait for a person, by what is the matter with them. */
    @Transactional(readOnly = true)
    public Map<Delivery, Long> counts() {
        return entries.findOwed().stream().collect(Collectors.groupingBy(OutboxEntry::state, Collectors.counting()));
    }

    /**
     * The letters of a case that are to leave and have not. Where letters do not go out by themselves, one that nobody has
     * tried to send yet is not awaited: that would hold up every case until they do.
     */
    @Transactional(readOnly = true)
    public List<LetterView> stillToLeave(String caseReference) {
        List<LetterView> approved = views.of(caseReference).stream().filter(letter -> letter.delivery() != null).toList();
        Map<Long, OutboxEntry> byLetter = entries.findOf(approved.stream().map(LetterView::id).toList()).stream()
                .collect(Collectors.toMap(OutboxEntry::letterId, Function.identity()));
        return approved.stream().filter(letter -> {
            OutboxEntry entry = byLetter.get(letter.id());
            return switch (entry.state()) {
                case SENT, NOT_REACHED -> false;
                case QUEUED -> properties.enabled() || entry.attempts() > 0;
                default -> true;
            };
        }).toList();
    }

    /**
     * A person found out that the letter did leave, or brought it on its way themselves.
     *
     * @param on the London day on which it left, from its approval to today
     * @throws DeliveryNotInDoubt where the letter does not wait for a person
     */
    public void left(long letterId, LocalDate on, String person) {
        OutboxEntry entry = owedToChange(letterId);
        Letter letter = letters.findToChange(letterId).orElseThrow();
        Instant present = now.instant();
        Instant noon = London.noonOf(on);
        Instant then = on.equals(now.today()) || noon.isAfter(present) ? present
                : noon.isBefore(letter.approvedAt()) ? letter.approvedAt() : noon;
        entry.sentAfterAll(person, then);
        letter.sent(then);
        events.publishEvent(new LetterSent(letter.caseReference(), letterId, letter.kind()));
    }

    /**
     * A person found out that the letter did not leave, or mended why it could not: it is tried again.
     *
     * @throws DeliveryNotInDoubt where the letter does not wait for a person
     */
    public void sendAgain(long letterId, String person) {
        owedToChange(letterId).againFromTheStart(person, now.instant());
    }

    /**
     * A person put the address right: the letter goes there, as it was approved.
     *
     * @param email null where it goes by post
     * @param postalAddress empty where it goes by e-mail
     * @throws DeliveryNotInDoubt where the letter does not wait for a person
     */
    public void sendTo(long letterId, String email, List<String> postalAddress, String person) {
        OutboxEntry entry = owedToChange(letterId);
        entry.redirect(email, postalAddress);
        entry.againFromTheStart(person, now.instant());
    }

    /**
     * A person decided that the addressee cannot be reached: the letter stays approved and is never sent.
     *
     * @throws DeliveryNotInDoubt where the letter does not wait for a person
     */
    public void giveUp(long letterId, String person) {
        owedToChange(letterId).givenUp(person, now.instant());
    }

    private OutboxEntry owedToChange(long letterId) {
        OutboxEntry entry = entries.findToChange(letterId).orElseThrow(() -> new DeliveryNotInDoubt(letterId, null));
        if (!entry.state().isOwed()) {
            throw new DeliveryNotInDoubt(letterId, entry.state());
        }
        return entry;
    }

    private Owed owed(OutboxEntry entry) {
        Letter letter = letters.findById(entry.letterId()).orElseThrow();
        return new Owed(entry.letterId(), letter.caseReference(), letter.kind(), entry.destinationOf(letter.to()),
                London.dayOf(letter.approvedAt()), entry.state(), entry.problem());
    }
}
