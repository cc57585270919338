package org.redress.desk;

import java.util.List;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.database.Locks;
import org.redress.letter.LetterView;
import org.redress.letter.OwedDeliveries;
import org.redress.step.Procedures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Each letter that did not leave, or may not have, is a step for a person: one at a time, until they say what became of it. */
@Service
public class OwedLetters {

    static final String STEP_NAME = "Settle the letter that did not leave";
    /** Which of the letters that a case owed a step is about. */
    static final String NUMBER = "owedLetter";

    private static final String PROCEDURE = "LetterOwed";

    private final Locks locks;
    private final OwedDeliveries deliveries;
    private final Clocks clocks;
    private final Escalations escalations;
    private final Procedures procedures;
    private final OwedLetterRecord record;
    private final Now now;

    OwedLetters(
            Locks locks,
            OwedDeliveries deliveries,
            Clocks clocks,
            Escalations escalations,
            Procedures procedures,
            OwedLetterRecord record,
            Now now) {
        this.locks = locks;
        this.deliveries = deliveries;
        this.clocks = clocks;
        this.escalations = escalations;
        this.procedures = procedures;
        this.record = record;
        this.now = now;
    }

    /** Puts a letter before somebody, where that has not happened; in a transaction of its own, since the letter is in doubt whatever else fails. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void owe(long letterId) {
        // one at a time for a letter, or a second step would begin before the first is seen
        locks.alone("the owing", "letter " + letterId);
        deliveries.find(letterId).ifPresent(owed -> record.begin(owed).ifPresent(number -> {
            String reference = owed.caseReference();
            clocks.start(DeskClocks.LETTER_OWED.of(reference, number), now.today(), "A letter did not leave", "redress");
            procedures.start(PROCEDURE, reference, escalations.asRouting(reference).and(NUMBER, number));
        }));
    }

    /** The letter that a step is about. */
    @Transactional(readOnly = true)
    OwedDeliveries.Owed get(int number) {
        return deliveries.find(record.letterOf(number)).orElseThrow(() -> new IllegalStateException(
                "Letter " + record.letterOf(number) + " does not wait for a person"));
    }

    /** Whether somebody has settled it already, for example a colleague at the same moment. */
    @Transactional(readOnly = true)
    boolean isSettled(int number) {
        return record.isSettled(number) || deliveries.find(record.letterOf(number)).isEmpty();
    }

    /** Takes down what a person says became of a letter. What follows from it for the letter is done already. */
    @Transactional
    void settle(OwedDeliveries.Owed owed, int number, Settlement settlement, String words, String by) {
        record.settle(owed, number, settlement, words, by);
        clocks.end(DeskClocks.LETTER_OWED.of(owed.caseReference(), number), now.today(), settlement.words(), by);
    }

    /** What a case owes at this moment, in words. */
    @Transactional(readOnly = true)
    public List<String> of(String caseReference) {
        return deliveries.stillToLeave(caseReference).stream()
                .filter(letter -> letter.delivery().isOwed())
                .map(OwedLetters::words)
                .toList();
    }

    /** What is to leave for a case and has not, owed or on its way, in words. */
    @Transactional(readOnly = true)
    List<String> stillToLeave(String caseReference) {
        return deliveries.stillToLeave(caseReference).stream().map(OwedLetters::words).toList();
    }

    private static String words(LetterView letter) {
        return letter.kind() + " " + letter.kind().label() + " to " + letter.to().name();
    }
}
