package org.redress.letter;

/**
 * A model that can name the complainant. Such a name goes to the force and to nobody else: a draft to another addressee
 * is refused while the name is there.
 */
public interface NamesComplainant {

    /** The complainant's full name, or null where the letter must not or need not say it. */
    String complainantName();
}
