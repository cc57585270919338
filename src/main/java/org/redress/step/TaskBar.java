package org.redress.step;

import java.util.Optional;

/**
 * Bars a person from a step: a conflict of interest, earlier involvement, being the maker of what is to be checked.
 *
 * <p>Every bean of this type is asked when a step is claimed, when it is given to somebody and when it is completed,
 * whichever road is taken: Tasklist, REST or our own pages. {@link StepContext#person()} is the person who would hold the
 * step, who need not be the one at the keyboard.
 */
public interface TaskBar {

    /**
     * Why the person may not hold this step, in words that they may read, or empty where nothing bars them.
     *
     * @param context the step and the person who would hold it
     */
    Optional<String> refusal(StepContext context);

    /**
     * Why the person may not even see what the step shows, or empty where nothing speaks against it. Whoever may not hold
     * a step may often still look at it.
     *
     * @param context the step and the person who opens it
     */
    default Optional<String> refusalToShow(StepContext context) {
        return Optional.empty();
    }
}
