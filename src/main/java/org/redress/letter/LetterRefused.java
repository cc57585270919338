package org.redress.letter;

/** Something asked of a letter cannot be. The message says why and what to do, in words for the person at work. */
public abstract class LetterRefused extends RuntimeException {

    LetterRefused(String message) {
        super(message);
    }

    LetterRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
