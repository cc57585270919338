package org.redress.kind;

/**
 * A letter as its kind declares it.
 *
 * @param code one meaning in the whole house, for example {@code N8}
 * @param label what staff call it
 * @param template its place below {@code letters/}, without the ending
 * @param goesTo who such a letter goes to, in words
 */
public record DeclaredLetter(String code, String label, String template, String goesTo) {}
