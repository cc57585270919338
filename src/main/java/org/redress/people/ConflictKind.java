package org.redress.people;

/** Where a conflict of interest comes from. */
public enum ConflictKind {

    /** Found by whoever checked for conflicts. */
    REPORTED("Reported by a colleague"),

    /** The person says so. */
    DECLARED("Declared interest"),

    /** The person dealt with the complaint while working for the force. */
    HANDLED_FOR_FORCE("Dealt with the complaint for the force"),

    /** The complaint names the person. */
    NAMED_IN_COMPLAINT("Named in the complaint"),

    /** The person advised somebody on the complaint. */
    ADVISED("Gave advice on the complaint"),

    /** Same surname and address as somebody on the case; found by comparing. */
    SAME_HOUSEHOLD("Same surname and address as somebody on the case");

    private final String words;

    ConflictKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
