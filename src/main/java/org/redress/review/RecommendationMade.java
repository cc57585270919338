package org.redress.review;

import java.time.LocalDate;

/**
 * One thing that the force was asked to do, and what became of it.
 *
 * @param number counted from 1 in the case
 * @param replyOn the day of the force's reply, or null
 * @param answer null until there is a reply
 * @param proposedDay the day by which a direction that was drafted must be complied with, or null
 * @param proposedBy who drafted the direction, or null
 * @param takenUp how a refusal is taken up with the force, or null
 */
public record RecommendationMade(
        long id,
        String caseReference,
        int number,
        Measure measure,
        String text,
        LocalDate madeOn,
        LocalDate chasedOn,
        LocalDate directedOn,
        LocalDate proposedDay,
        String proposedBy,
        LocalDate replyOn,
        ReplyAnswer answer,
        String replyText,
        String sentTo,
        String takenUp) {}
