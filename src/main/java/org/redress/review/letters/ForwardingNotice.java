package org.redress.review.letters;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
     * @param provision where the law says so, in full; given as the table has it, for example {@code reg 32(d), para 4A(1)}
     * @param words the reason in one or two plain sentences, as they stand beside its row of the decision table
     */
    public record LimbMet(String limb, String provision, String words) {

        public LimbMet {
            provision = Arrays.stream(provision.split(", (?=reg |para )")).map(LimbMet::inFull).collect(Collectors.joining("; "));
        }

        private static String inFull(String provision) {
            if (provision.startsWith("reg ")) {
                return "Police (Complaints and Misconduct) Regulations 2020, regulation " + provision.substring(4);
            }
            return provision.startsWith("para ")
                    ? "Police Reform Act 2002, Schedule 3, paragraph " + provision.substring(5)
                    : provision;
        }
    }

    public ForwardingNotice {
        limbs = List.copyOf(limbs);
    }
}
