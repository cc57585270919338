package org.redress.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends approved letters, each at most once, whoever dies in between. A letter is marked as going out before it goes and
 * its row stays locked while it does; a marked row that nobody holds is a sender that died. Where nobody can tell what
 * became of the letter, a person finds out and says.
 */
@Service
public class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxRepository entries;
    private final LetterRepository letters;
    private final LetterCopyRepository copies;
    private final OutboxProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private final WaysOut ways;

    Outbox(OutboxRepository entries, LetterRepository letters, LetterCopyRepository copies, OutboxProperties properties,
            ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions, WaysOut ways) {
        this.entries = entries;
        this.letters = letters;
        this.copies = copies;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.ways = ways;
    }

    /**
     * Sends what is due and settles what a dead sender left behind. Any number of callers on any number of machines may
     * do this at once.
     *
     * @return how many letters went out
     */
    public int trySendNow() {
        settleWhatWasLeftBehind();
        int sent = 0;
        Optional<Claim> claim;
        while ((claim = claimNext()).isPresent()) {
            if (claim.get().marked() && deliver(claim.get().letterId())) {
                sent++;
            }
        }
        return sent;
    }

    /** A letter that is ours to send now; where it could not even be prepared, it is not marked. */
    record Claim(long letterId, boolean marked) {}

    /** Marks the next due letter as going out. From here on a death leaves a trace. */
    Optional<Claim> claimNext() {
        return inOwnTransaction(() -> entries.findDue(clock.instant(), Limit.of(1)).stream().findFirst().map(entry -> {
            Letter letter = letters.findById(entry.letterId()).orElseThrow();
            Outgoing outgoing = outgoing(letter, entry);
            if (outgoing.to().arrange() != null) {
                entry.stopped(Delivery.FAILED, outgoing.to().arrange());
                events.publishEvent(notSent(letter, entry));
                return new Claim(entry.letterId(), false);
            }
            if (!outgoing.canLeave()) {
                entry.stopped(Delivery.ASK_FOR_ADDRESS, outgoing.to().preferredContact() == Addressee.Contact.PHONE
                        ? "They want to hear from us by phone, and no postal address is on the file. Ring them, and ask "
                                + "where the letter is to go."
                        : "No address is on the file to which the letter can go. Ask for one.");
                events.publishEvent(notSent(letter, entry));
                return new Claim(entry.letterId(), false);
            }
            WayOut way = ways.of(outgoing);
            entry.sending(way.name(), clock.instant());
            try {
                way.prepare(outgoing);
                return new Claim(entry.letterId(), true);
            } catch (NotDelivered problem) {
                failed(entry, letter, problem, true);
            } catch (RuntimeException unforeseen) {
                failed(entry, letter, new NotDelivered(NotDelivered.Cure.PERSON,
                        "The letter could not be made ready (" + unforeseen.getClass().getSimpleName()
                                + "). Ask for help with the log of this hour.", unforeseen), true);
            }
            return new Claim(entry.letterId(), false);
        }));
    }

    private boolean deliver(long letterId) {
        Effect effect;
        try {
            effect = inOwnTransaction(() -> tryOnce(letterId));
        } catch (RuntimeException unforeseen) {
            effect = new Effect(true, new NotDelivered(NotDelivered.Cure.FIND_OUT,
                    "Sending broke off for a reason nobody foresaw (" + unforeseen.getClass().getSimpleName()
                            + "), so the letter may have gone out. Find out, then say what you found.", unforeseen));
        }
        if (effect.ours()) {
            settle(letterId, effect.problem());
        }
        return effect.ours() && effect.problem() == null;
    }

    /** What came of one attempt: whether the letter was still ours to send, and the problem, or null where it is out. */
    private record Effect(boolean ours, NotDelivered problem) {}

    private Effect tryOnce(long letterId) {
        Optional<OutboxEntry> entry = entries.findMarked(letterId);
        if (entry.isEmpty()) {
            // taken for dead by another sender: no longer ours
            return new Effect(false, null);
        }
        Outgoing outgoing = outgoing(letters.findById(letterId).orElseThrow(), entry.get());
        entries.mayPause();
        try {
            ways.of(outgoing).deliver(outgoing);
            return new Effect(true, null);
        } catch (NotDelivered problem) {
            return new Effect(true, problem);
        }
    }

    private void settle(long letterId, NotDelivered problem) {
        try {
            ownTransaction.executeWithoutResult(transaction -> settled(letterId, problem, true));
        } catch (RuntimeException listenersFailed) {
            LOG.error("Letter {}: its sending is recorded, but what should follow from it failed", letterId,
                    listenersFailed);
            ownTransaction.executeWithoutResult(transaction -> settled(letterId, problem, false));
        }
    }

    private void settled(long letterId, NotDelivered problem, boolean tell) {
        OutboxEntry entry = entries.findToChange(letterId).orElseThrow();
        if (problem != null) {
            failed(entry, letters.findById(letterId).orElseThrow(), problem, tell);
            return;
        }
        entry.sent(clock.instant());
        if (tell) {
            markSent(letterId);
        } else {
            letters.findToChange(letterId).orElseThrow().sent(clock.instant());
            entry.note("The letter is out, but the case was not told. Ask for help with the log of this hour.");
        }
    }

    private void failed(OutboxEntry entry, Letter letter, NotDelivered problem, boolean tell) {
        LOG.warn("Letter {} of {} did not go out at attempt {}: {}", entry.letterId(), letter.caseReference(),
                entry.attempts(), problem.getMessage());
        if (!triesAgain(entry, problem) && tell) {
            events.publishEvent(notSent(letter, entry));
        }
    }

    private boolean triesAgain(OutboxEntry entry, NotDelivered problem) {
        boolean again = problem.cure() == NotDelivered.Cure.WAIT && entry.attempts() <= properties.retryAfter().size();
        if (again) {
            entry.again(clock.instant().plus(properties.retryAfter().get(entry.attempts() - 1)), problem.getMessage());
        } else {
            entry.stopped(problem.cure() == NotDelivered.Cure.FIND_OUT ? Delivery.MAYBE_SENT : Delivery.FAILED,
                    problem.getMessage().replace("It will be tried again.", "It was tried "
                            + entry.attempts() + " times. Mend the cause, then send it again."));
        }
        return again;
    }

    private void settleWhatWasLeftBehind() {
        Instant before = clock.instant().minus(properties.presumedDeadAfter());
        while (inOwnTransaction(() -> entries.findLeftBehind(before, Limit.of(1)).stream().findFirst().map(entry -> {
            Letter letter = letters.findById(entry.letterId()).orElseThrow();
            boolean ours = ways.folder().name().equals(entry.sentThrough());
            switch (ours ? ways.folder().fateOf(letter.fileName()) : WayOut.Fate.UNKNOWN) {
                case SENT -> {
                    entry.sent(clock.instant());
                    markSent(entry.letterId());
                }
                case NOT_SENT -> entry.again(clock.instant(), null);
                default -> {
                    entry.stopped(Delivery.MAYBE_SENT, "Redress stopped while the letter went out (by "
                            + (entry.sentThrough().startsWith("folder") ? "folder" : entry.sentThrough())
                            + "), so it may have gone out. Find out, then say what you found.");
                    events.publishEvent(notSent(letter, entry));
                }
            }
            LOG.warn("Letter {} of {}: its sender had stopped, and it is now {}", letter.id(), letter.caseReference(),
                    entry.state());
            return entry;
        })).isPresent()) {
            // one a transaction, until none is left
        }
    }

    private void markSent(long letterId) {
        Letter letter = letters.findToChange(letterId).orElseThrow();
        letter.sent(clock.instant());
        events.publishEvent(new LetterSent(letter.caseReference(), letterId, letter.kind()));
    }

    private static LetterNotSent notSent(Letter letter, OutboxEntry entry) {
        return new LetterNotSent(letter.caseReference(), letter.id(), letter.kind(), entry.state(), entry.problem());
    }

    private Outgoing outgoing(Letter letter, OutboxEntry entry) {
        return new Outgoing(letter, entry, copies.findById(letter.id()).orElseThrow());
    }

    private <T> T inOwnTransaction(Supplier<T> work) {
        return ownTransaction.execute(transaction -> work.get());
    }
}
