package org.redress.casefile;

import java.util.Map;

/**
 * What somebody asks of the page of a case beyond its plain sight, in its address after the question mark. Each section
 * reads what is its own.
 */
public record SectionAsked(Map<String, String> words) {

    public SectionAsked {
        words = Map.copyOf(words);
    }

    /** As it was typed; empty where it is not asked. */
    public String text(String name) {
        return words.getOrDefault(name, "");
    }
}
