package org.redress.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a case is opened with. Only the applicant, the channel and the time of receipt are certain to be there. */
public record NewCase(
        String kind,
        String channel,
        Instant receivedAt,
        Instant receivedByWrongBodyAt,
        Instant forwardedAt,
        String wrongBody,
        PersonDetails applicant,
        boolean applicantIsComplainant,
        String complainantName,
        String forceReference,
        String force,
        LocalDate complaintMadeOn,
        String complaintSummary,
        List<AllegationText> allegations,
        LocalDate outcomeLetterDate,
        LocalDate outcomeSentOn,
        Boolean reviewRightsGiven,
        LocalDate reviewRightsProvidedOn,
        String handling,
        String grounds) {

    /** An allegation as listed, with what the force decided on it, if known. */
    public record AllegationText(String text, String forceOutcome) {}
}
