package org.redress.people;

/** A case cannot be given to this person; the message says why and what to do. */
public class AllocationRefused extends RuntimeException {

    public AllocationRefused(String sentence) {
        super(sentence);
    }
}
