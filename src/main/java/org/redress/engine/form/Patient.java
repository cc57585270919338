package org.redress.engine.form;

import java.util.regex.Pattern;

/** Looks for a pattern, with an end to its patience: a pattern that runs wild on a long text counts as not found. */
final class Patient implements CharSequence {

    private static final long STEPS = 20_000_000;

    private final CharSequence text;
    private final long[] steps;

    private Patient(CharSequence text, long[] steps) {
        this.text = text;
        this.steps = steps;
    }

    static boolean find(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Patient(text, new long[] {STEPS})).find();
        } catch (OutOfPatience | StackOverflowError wild) {
            return false;
        }
    }

    @Override
    public char charAt(int index) {
        if (--steps[0] < 0) {
            throw new OutOfPatience();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new Patient(text.subSequence(start, end), steps);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static final class OutOfPatience extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutOfPatience() {
            super(null, null, false, false);
        }
    }
}
