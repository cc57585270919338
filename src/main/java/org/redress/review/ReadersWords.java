package org.redress.review;

import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.letter.ReaderGuard.Passage;
import org.redress.step.Faults;
import org.springframework.stereotype.Component;

/**
 * Looks at reasons where they are written, so that whoever wrote them puts them right: words for the complainant that another
 * reader would get are refused while nothing is written for that reader.
 */
@Component
class ReadersWords {

    private final CaseFiles cases;
    private final ReaderNames names;

    ReadersWords(CaseFiles cases, ReaderNames names) {
        this.cases = cases;
        this.names = names;
    }

    /** Faults of reasons that other readers would get as they were written for the complainant. */
    void check(String caseReference, Reasons reasons, Faults faults) {
        CaseFile file = cases.get(caseReference);
        if (reasons.isBorrowedBy(Reader.FORCE)) {
            fault(file, Reader.FORCE, null, reasons.complainant(), "reasonForForce", faults);
        }
        for (Reader reader : List.of(Reader.SUBJECT, Reader.INTERESTED)) {
            if (reasons.isBorrowedBy(reader)) {
                for (Party person : of(caseReference, reader)) {
                    if (fault(file, reader, person, reasons.complainant(), field(reader), faults)) {
                        break;
                    }
                }
            }
        }
    }

    /** Faults of a text that every reader of an outcome letter gets as it is. */
    void checkForAll(String caseReference, String text, String field, Faults faults) {
        if (Faults.blank(text)) {
            return;
        }
        CaseFile file = cases.get(caseReference);
        List<Passage> passages = names.notFor(file, Reader.FORCE, null, text);
        if (passages.isEmpty()) {
            passages = names.others(caseReference).stream()
                    .flatMap(person -> names.notFor(file, Reader.of(person.role()), person, text).stream())
                    .toList();
        }
        faults.when(
                !passages.isEmpty(),
                field,
                passages.isEmpty() ? "" : "Every reader of the outcome gets these words. Write them for all of them. " + passages.get(0).inWords() + ".");
    }

    private List<Party> of(String caseReference, Reader reader) {
        return names.others(caseReference).stream().filter(person -> Reader.of(person.role()) == reader).toList();
    }

    private boolean fault(CaseFile file, Reader reader, Party person, String text, String field, Faults faults) {
        if (Faults.blank(text)) {
            return false;
        }
        List<Passage> passages = names.notFor(file, reader, person, text);
        if (passages.isEmpty()) {
            return false;
        }
        faults.when(
                true,
                field,
                "Write the reasons for " + reader.words() + " as well: they would get your reasons, which hold "
                        + passages.get(0).inWords() + ".");
        return true;
    }

    private static String field(Reader reader) {
        return reader == Reader.SUBJECT ? "reasonForSubject" : "reasonForInterested";
    }
}
