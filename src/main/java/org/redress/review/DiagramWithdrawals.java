package org.redress.review;

import org.redress.clock.ClockAddress;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.ForDiagrams;
import org.redress.letter.Letters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What diagrams have done about a withdrawal. Java speaks to {@link Withdrawals}. */
@Service("withdrawals")
@Transactional
public class DiagramWithdrawals {

    private final StoppedReview stoppedReview;
    private final WithdrawalNotices notices;
    private final Letters letters;
    private final Clocks clocks;
    private final Now now;

    DiagramWithdrawals(StoppedReview stoppedReview, WithdrawalNotices notices, Letters letters, Clocks clocks, Now now) {
        this.stoppedReview = stoppedReview;
        this.notices = notices;
        this.letters = letters;
        this.clocks = clocks;
        this.now = now;
    }

    /** The review stops where it is: nothing that was drafted goes out. Called by the diagram. */
    @ForDiagrams
    public void stopReview(String caseReference) {
        stoppedReview.stop(caseReference);
    }

    /** The day for answering passed and no answer came; it ends nothing. Called by the diagram's timer. */
    @ForDiagrams
    public void noteSilence(String caseReference, int noticeNumber) {
        clocks.end(ReviewClocks.WITHDRAWAL_REPLY.of(caseReference, noticeNumber), now.today(), "No answer came", "redress");
        notices.silenceNoted(caseReference, noticeNumber);
    }

    /** The question need not be answered any more. Called by the diagram. */
    @ForDiagrams
    public void dropQuestion(String caseReference, int noticeNumber) {
        letters.withdrawDrafts(caseReference, LetterPurpose.WITHDRAWAL.name(), "Settled otherwise");
        ClockAddress answer = ReviewClocks.WITHDRAWAL_REPLY.of(caseReference, noticeNumber);
        if (clocks.isRunning(answer)) {
            clocks.cancel(answer, now.today(), "Settled otherwise", "redress");
        }
    }
}
