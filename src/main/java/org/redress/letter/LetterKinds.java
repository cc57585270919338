package org.redress.letter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.redress.kind.Kinds;
import org.springframework.stereotype.Component;

/** Every kind of letter that some kind of case declares. */
@Component
public class LetterKinds {

    private final Map<String, LetterKind> byCode = new LinkedHashMap<>();

    public LetterKinds(Kinds kinds) {
        kinds.letters()
                .forEach(letter -> byCode.put(
                        letter.code(), new LetterKind(letter.code(), letter.label(), letter.template(), letter.goesTo())));
    }

    /**
     * The letter of this code, in any case of letters.
     *
     * @throws IllegalArgumentException where no kind of case declares it
     */
    public LetterKind of(String code) {
        LetterKind kind = byCode.get(code.strip().toUpperCase(Locale.ROOT));
        if (kind == null) {
            throw new IllegalArgumentException("No kind of case declares the letter " + code + "; declare it in its file.");
        }
        return kind;
    }

    /** In the order in which they are declared. */
    public Collection<LetterKind> all() {
        return byCode.values();
    }
}
