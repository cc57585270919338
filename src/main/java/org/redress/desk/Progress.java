package org.redress.desk;

import java.time.LocalDate;
import java.util.List;
import org.redress.letter.Draft;

/** How a kind of case is going, as its applicant is told. */
public interface Progress extends OfKind {

    /** Where the case stands, as far as the file shows it: one of the codes that the form offers. */
    String stage(String caseReference);

    /** The letters that tell it. */
    List<Draft> letters(String caseReference, String stage, LocalDate nextUpdateOn);

    /** What is on the record when such a letter has gone out. */
    String told();
}
