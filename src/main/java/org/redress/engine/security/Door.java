package org.redress.engine.security;

/** The kinds of doors that {@code doors.csv} speaks of. */
enum Door {

    /** The engine's API, by {@code /engine-rest}. */
    ENGINE_REST("engine-rest"),

    /** The engine's API, by the web apps. */
    ENGINE_WEB("engine-web"),

    /** Everything else of the web apps. */
    WEB("web"),

    /** Our own pages and REST doors. */
    OWN("own");

    private final String word;

    Door(String word) {
        this.word = word;
    }

    /** Whether a line of the table speaks of this door. */
    boolean isMeantBy(String lineDoor) {
        return word.equals(lineDoor) || "engine".equals(lineDoor) && (this == ENGINE_REST || this == ENGINE_WEB);
    }
}
