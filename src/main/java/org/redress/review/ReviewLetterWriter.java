package org.redress.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.desk.LetterWriter;
import org.redress.letter.Addressee;
import org.redress.letter.Draft;
import org.springframework.stereotype.Component;

/** Writes the letters of a review for the desk. */
@Component
class ReviewLetterWriter implements LetterWriter {

    private final CaseFiles cases;
    private final LetterContents contents;
    private final Correspondence correspondence;

    ReviewLetterWriter(CaseFiles cases, LetterContents contents, Correspondence correspondence) {
        this.cases = cases;
        this.contents = contents;
        this.correspondence = correspondence;
    }

    @Override
    public String kind() {
        return Applications.KIND;
    }

    @Override
    public List<Draft> write(String caseReference, String purpose) {
        return contents.of(cases.get(caseReference), new LetterPurpose(purpose));
    }

    @Override
    public Set<String> purposesToEverybody() {
        return Set.of(LetterPurpose.NOTICE.name(), LetterPurpose.OUTCOME.name());
    }

    @Override
    public Optional<Party> reader(String caseReference, Addressee to) {
        return correspondence.reader(caseReference, to);
    }
}
