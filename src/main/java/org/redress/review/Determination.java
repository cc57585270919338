package org.redress.review;

import java.time.Instant;
import java.util.List;
import org.redress.casefile.CasePath;
import org.redress.step.Proposal;

/**
 * What the tables said about an application, and what a person decided on it.
 *
 * @param regime {@code NEW} or {@code OLD}
 * @param route {@code 6A}, {@code 25} or {@code NONE}
 * @param countedDays days counted against the applicant, or null where the clock never started
 * @param limbs every limb met, with its provision
 * @param codes every validity code that fired, with its effect
 * @param path what the tables propose that happens next, and what a person decided
 */
public record Determination(
        long id,
        String regime,
        String route,
        String reviewBody,
        String timeliness,
        Integer countedDays,
        List<LimbMet> limbs,
        List<CodeFired> codes,
        Proposal<CasePath> path,
        Instant determinedAt) {

    /** @param provision for example {@code reg 32(b)(i)} */
    public record LimbMet(Limb limb, String provision) {}

    /** @param code {@code V1} to {@code V13} */
    public record CodeFired(String code, String effect) {

        /** What the code means. */
        public String words() {
            return ValidityCode.words(code);
        }
    }

    /** What the tables propose that happens next. */
    public CasePath proposedPath() {
        return path.proposed();
    }

    public List<String> codeNames() {
        return codes.stream().map(CodeFired::code).toList();
    }
}
