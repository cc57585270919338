package org.redress.review.letters;

import java.time.LocalDate;
import org.redress.letter.NamesComplainant;

/**
 * N5, to the force, to interested persons and to the person complained against.
 *
 * @param receivedOn the London day the application reached us
 * @param complainantName for the force only; null in a letter to anyone else
 */
public record NoticeOfApplication(ComplaintReference complaint, LocalDate receivedOn, String complainantName)
        implements NamesComplainant {}
