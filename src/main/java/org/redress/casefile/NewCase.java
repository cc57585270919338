package org.redress.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a case is opened with. Only its kind, the channel and the time of receipt are certain to be there.
 *
 * @param parties whoever has a part in it from the start, in the roles that its kind declares
 * @param applicantIsComplainant whether whoever applied is the one who complained
 * @param complainantName the one who complained, where another applied and names them
 */
public record NewCase(
        String kind,
        String channel,
        Instant receivedAt,
        Instant receivedByWrongBodyAt,
        Instant forwardedAt,
        String wrongBody,
        List<NewParty> parties,
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

    public NewCase {
        parties = List.copyOf(parties);
        allegations = List.copyOf(allegations);
    }

    /** A case that is no application: what it is about, and who has a part in it. */
    public static NewCase of(String kind, Channel channel, Instant receivedAt, String summary, List<NewParty> parties) {
        return new NewCase(kind, channel.name(), receivedAt, null, null, null, parties, true, null, null, null, null, summary, List.of(),
                null, null, null, null, null, null);
    }

    /** Somebody with a part in the case. */
    public record NewParty(PartyRole role, PersonDetails person) {}

    /** An allegation as listed, with what the force decided on it, if known. */
    public record AllegationText(String text, String forceOutcome) {}
}
