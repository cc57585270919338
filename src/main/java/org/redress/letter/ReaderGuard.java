package org.redress.letter;

import java.util.List;

/**
 * Knows what the reader of a letter may not read: the text is searched, whatever field it came from. Asked when a draft is
 * shown and again when it is approved.
 */
public interface ReaderGuard {

    /**
     * What stands in a letter and is not for its reader.
     *
     * @param words the words as the letter has them
     * @param passage some words before and after, so that a person finds the place
     * @param why whose they are, as the end of a sentence
     */
    record Passage(String words, String passage, String why) {

        /** The finding in one sentence. */
        public String inWords() {
            return "“" + words + "” in “" + passage + "”: " + why;
        }
    }

    /**
     * @param text the letter between its salutation and the office's own details
     * @return empty where the reader may read all of it
     */
    List<Passage> notFor(String caseReference, Addressee to, String text);
}
