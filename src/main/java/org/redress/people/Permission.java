package org.redress.people;

import java.util.Set;

/**
 * One line of {@code permissions.csv}.
 *
 * @param action what somebody does, for example {@code write-note} or {@code step DecideValidity}
 * @param who the ids of the groups that may do it, or {@link #SIGNED_IN} alone
 * @param states in which states of a case it may be done
 * @param what the same in words
 */
public record Permission(String action, Set<String> who, States states, String what) {

    /** Stands for everybody who is signed in, whatever their groups. */
    public static final String SIGNED_IN = "signed-in";

    /** In which states of a case something may be done. */
    public enum States {
        /** No case is meant. */
        NONE("-"),
        /** As long as the case is not closed. */
        OPEN("open"),
        /** Once the case is closed. */
        CLOSED("closed"),
        /** Always. */
        ANY("any");

        private final String word;

        States(String word) {
            this.word = word;
        }

        /** The word of the table. */
        public String word() {
            return word;
        }

        /** Whether it may be done to a case that is closed, or to one that is not. */
        public boolean allow(boolean closed) {
            return this == ANY || this == (closed ? CLOSED : OPEN);
        }

        static States of(String word) {
            for (States states : values()) {
                if (states.word.equals(word)) {
                    return states;
                }
            }
            throw new IllegalStateException("permissions.csv: no states are called '" + word + "'");
        }
    }

    /** Whether somebody who is signed in and belongs to these groups may do it. */
    public boolean isFor(Set<String> groups) {
        return who.contains(SIGNED_IN) || groups.stream().anyMatch(who::contains);
    }
}
