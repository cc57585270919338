package org.redress.people;

/** Somebody was about to check or approve their own work. */
public class OwnWorkRefused extends RuntimeException {

    public OwnWorkRefused(String sentence) {
        super(sentence);
    }
}
