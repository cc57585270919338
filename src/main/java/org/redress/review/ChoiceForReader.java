package org.redress.review;

import java.util.List;
import java.util.Optional;
import org.redress.casefile.Allegation;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.desk.AllegationChoice;
import org.redress.letter.LetterView;
import org.springframework.stereotype.Component;

/** The allegations that an N10 tells its reader of; whoever else is written to has all of them. */
@Component
class ChoiceForReader implements AllegationChoice {

    private final CaseFiles cases;
    private final AllegationReaders readers;

    ChoiceForReader(CaseFiles cases, AllegationReaders readers) {
        this.cases = cases;
        this.readers = readers;
    }

    @Override
    public String kind() {
        return Applications.KIND;
    }

    @Override
    public Optional<String> refusal(String caseReference, LetterView letter) {
        return reader(caseReference, letter).isPresent()
                ? Optional.empty()
                : Optional.of("Choose allegations only for a letter N10: the others have all of them.");
    }

    @Override
    public void choose(String caseReference, LetterView letter, List<String> chosen, String by) {
        List<Integer> numbers = cases.allegations(caseReference).stream().map(Allegation::number).toList();
        readers.record(caseReference, reader(caseReference, letter).orElseThrow(), numbers, chosen, by);
    }

    private Optional<Party> reader(String caseReference, LetterView letter) {
        return letter.kind().code().equals("N10")
                ? cases.parties(caseReference).stream()
                        .filter(party -> party.id().equals(letter.to().party()))
                        .findFirst()
                : Optional.empty();
    }
}
