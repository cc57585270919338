package org.redress.engine.form;

import java.util.Collection;
import java.util.Optional;
import org.redress.step.StepContext;

/** Knows who could take a step that somebody else may not hold. */
public interface NextPerson {

    /**
     * The name of whoever could take it, or empty where nobody can.
     *
     * @param refused the step and the person who may not hold it
     * @param groups the groups that may take it
     */
    Optional<String> nameFor(StepContext refused, Collection<String> groups);
}
