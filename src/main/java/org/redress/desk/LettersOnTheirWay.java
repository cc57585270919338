package org.redress.desk;

import org.redress.letter.LetterNotSent;
import org.redress.letter.LetterSent;
import org.redress.letter.OwedDeliveries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What follows for a case when one of its letters left or did not. It follows after the letter's own transaction, so that
 * nothing here undoes what is known of the letter; what a death in between leaves undone, the next round catches up on.
 */
@Component
class LettersOnTheirWay {

    private static final Logger LOG = LoggerFactory.getLogger(LettersOnTheirWay.class);

    private final OwedLetters owedLetters;
    private final OwedDeliveries deliveries;
    private final CaseClosing closing;

    LettersOnTheirWay(OwedLetters owedLetters, OwedDeliveries deliveries, CaseClosing closing) {
        this.owedLetters = owedLetters;
        this.deliveries = deliveries;
        this.closing = closing;
    }

    @TransactionalEventListener
    public void notSent(LetterNotSent event) {
        owe(event.letterId());
    }

    @TransactionalEventListener
    public void sent(LetterSent event) {
        close(event.caseReference());
    }

    @TransactionalEventListener
    public void settled(OwedLetterRecord.Settled event) {
        close(event.caseReference());
    }

    /** Begins every step and closes every case that should have been. */
    void catchUp() {
        deliveries.all().forEach(owed -> owe(owed.letterId()));
        closing.waiting().forEach(this::close);
    }

    private void owe(long letterId) {
        try {
            owedLetters.owe(letterId);
        } catch (RuntimeException broken) {
            LOG.error("Letter {} could not be put before somebody; the next round tries again", letterId, broken);
        }
    }

    private void close(String caseReference) {
        try {
            closing.closeWhatWaited(caseReference);
        } catch (RuntimeException broken) {
            LOG.error("Case {} could not be closed after its last letter; the next round tries again", caseReference, broken);
        }
    }
}
