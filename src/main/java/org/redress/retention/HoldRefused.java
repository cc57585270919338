package org.redress.retention;

/** A hold cannot be set or lifted; the sentence is for the person at work. */
public class HoldRefused extends RuntimeException {

    HoldRefused(String message) {
        super(message);
    }
}
