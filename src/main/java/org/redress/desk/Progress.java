package org.redress.desk;

import java.time.LocalDate;
import org.redress.letter.Draft;

/** How a kind of case is going, as its applicant is told. */
public interface Progress extends OfKind {

    /** Where the case stands, as far as the file shows it: one of the codes that the form offers. */
    String stage(String caseReference);

    /** The letter that tells it. */
    Draft letter(String caseReference, String stage, LocalDate nextUpdateOn);

    /** What is on the record when such a letter has gone out. */
    String told();

    /** What the days between two updates rest on. */
    String ground();
}
