package org.redress.review.letters;

import java.time.LocalDate;
import java.util.List;

/**
 * N3, to the applicant: the application is for the IOPC and has been passed on.
 *
 * @param receivedOn the London day the application reached us
 * @param forwardedOn the day we passed it on
 * @param limbs why it is theirs: every limb met, in the order of the table
 */
public record ForwardingNotice(
        ComplaintReference complaint, LocalDate receivedOn, LocalDate forwardedOn, List<LimbMet> limbs) {

    /**
     * One reason why the IOPC is the right body.
     *
     * @param limb the code, for example {@code SENIOR_OFFICER}
     * @param provision the paragraph, for example {@code reg 32(a)}
     * @param words the reason in one or two plain sentences, as they stand beside its row of the decision table
     */
    public record LimbMet(String limb, String provision, String words) {}

    public ForwardingNotice {
        limbs = List.copyOf(limbs);
    }
}
