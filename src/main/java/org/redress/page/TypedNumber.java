package org.redress.page;

/** A whole number as somebody typed it. */
final class TypedNumber {

    private TypedNumber() {}

    /** The number, or null where the words are none. */
    static Integer read(String typed) {
        try {
            return Integer.valueOf(Typed.text(typed));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
