package org.redress.letter;

import java.util.List;

/**
 * A letter filled in.
 *
 * @param title what the letter says it is
 * @param html the one source of the PDF and of the text
 * @param text the same words as plain text
 * @param notes what a person should look at, in words: characters that the letter's fonts cannot print
 */
record RenderedLetter(String title, String html, String text, List<String> notes) {}
