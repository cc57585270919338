package org.redress.page;

import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseSection;
import org.redress.casefile.SectionAsked;
import org.redress.letter.Letters;
import org.springframework.stereotype.Component;

/** The letters of a case, on its page. */
@Component
class LettersSection implements CaseSection {

    private final Letters letters;

    LettersSection(Letters letters) {
        this.letters = letters;
    }

    @Override
    public int place() {
        return 1100;
    }

    @Override
    public String template() {
        return "page/case/letters";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        return Optional.of(Map.of("letters", letters.of(file.reference())));
    }
}
