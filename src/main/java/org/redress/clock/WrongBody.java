package org.redress.clock;

/** Who received an application that was meant for a review body. */
public enum WrongBody {
    /** The Independent Office for Police Conduct: its days are left out of account. */
    IOPC("the IOPC"),
    /** The police force: nothing is left out. */
    FORCE("the force"),
    /** Another local policing body: nothing is left out. */
    OTHER_LPB("another local policing body");

    private final String words;

    WrongBody(String words) {
        this.words = words;
    }

    /** The body as people say it. */
    public String words() {
        return words;
    }
}
