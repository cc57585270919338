package org.redress.people;

import java.util.Objects;

/** The rule that nobody checks or approves what they made themselves. */
public final class NotOwnWork {

    private NotOwnWork() {}

    /**
     * Makes sure that two acts are done by two people.
     *
     * @param person the account about to check
     * @param maker the account that made what is checked; null where a machine made it
     * @param sentence what to tell the person: who made it and what to do now
     * @throws OwnWorkRefused where they are one and the same
     */
    public static void mustDiffer(String person, String maker, String sentence) {
        if (Objects.requireNonNull(person, "person").equals(maker)) {
            throw new OwnWorkRefused(sentence);
        }
    }
}
