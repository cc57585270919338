package org.redress.step;

/**
 * A step waits for nobody any more: it was done, or the procedure went another way. Said in the transaction in which that
 * happens.
 *
 * @param task the task's id in the task list
 */
public record StepGone(String task) {}
