package org.redress.casefile;

import java.time.LocalDate;

/** Contents of an application that the applicant supplied later; null where an answer says nothing of it. */
public record CompletedContents(
        String forceReference,
        LocalDate complaintMadeOn,
        String complaintSummary,
        LocalDate outcomeLetterDate,
        LocalDate outcomeSentOn,
        Boolean reviewRightsGiven,
        LocalDate reviewRightsProvidedOn,
        String grounds) {}
