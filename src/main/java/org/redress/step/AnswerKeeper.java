package org.redress.step;

import java.util.List;

/**
 * Keeps on the file of a case what a person answered and no record takes: everything in a step without Java, and the further
 * questions of a step with Java.
 */
public interface AnswerKeeper {

    /**
     * One question and its answer, both as a person read them.
     *
     * @param key the key of the form's field
     * @param question the words of the question
     * @param words the answer in words, or null where it was left empty
     */
    record Answer(String key, String question, String words) {}

    /**
     * Keeps the answers in the transaction that completes the step.
     *
     * @param task the id of the task in the diagram, for example {@code Task_CheckTheLog}
     * @param name the step's name in the diagram
     * @param answers in the order of the form; a question that was hidden is not among them
     */
    void keep(StepContext context, String task, String name, List<Answer> answers);
}
