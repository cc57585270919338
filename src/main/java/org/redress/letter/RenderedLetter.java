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
record RenderedLetter(String title, String html, String text, List<String> notes) {

    /** The letter between its salutation and the office's own details: what somebody wrote to this reader. */
    String words() {
        int salutation = text.indexOf("\nDear ");
        int from = salutation < 0 ? 0 : text.indexOf('\n', salutation + 1);
        int to = text.lastIndexOf("\nHow to reach us\n");
        return text.substring(Math.max(0, from), to < from ? text.length() : to);
    }
}
