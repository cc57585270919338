package org.redress.kernel;

/**
 * This field, this is wrong, do this: one thing to put right before something can go on. Whoever refuses says every fault at once.
 *
 * @param field the name of the field it is about, as the door knows it; null where the whole is meant
 * @param message what is wrong and what to do, in words for the person
 */
public record Fault(String field, String message) {}
