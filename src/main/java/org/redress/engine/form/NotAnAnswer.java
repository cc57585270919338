package org.redress.engine.form;

/** What was handed in does not answer the field; the message says what to do. */
final class NotAnAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAnAnswer(String whatToDo) {
        super(whatToDo, null, false, false);
    }
}
