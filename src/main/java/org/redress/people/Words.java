package org.redress.people;

final class Words {

    private Words() {}

    /** The words without blanks around them; an {@link IllegalArgumentException} with the advice where there are none. */
    static String needed(String words, String advice) {
        if (words == null || words.isBlank()) {
            throw new IllegalArgumentException(advice);
        }
        return words.strip();
    }
}
