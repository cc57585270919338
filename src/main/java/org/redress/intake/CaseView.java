package org.redress.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.CasePath;
import org.redress.casefile.CaseState;
import org.redress.casefile.Document;
import org.redress.casefile.RecordedAnswer;

/**
 * A case as it is told over REST. The names are those that other systems rely on.
 *
 * @param restrictionVersion stands for who may see the case now; whoever sends it back changes only what they have seen
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CaseView(
        String reference,
        String kind,
        CaseState state,
        CasePath path,
        String regime,
        String route,
        String reviewBody,
        List<LimbView> limbs,
        String timeliness,
        Integer countedDays,
        LocalDate lastDay,
        List<String> validityCodes,
        List<AllegationView> allegations,
        String outcome,
        List<String> measures,
        List<LetterSummary> letters,
        List<Document> documents,
        boolean restricted,
        String restrictionVersion,
        String possibleDuplicateOf,
        Instant receivedAt,
        Instant closedAt,
        LocalDate keepUntil,
        List<PartyView> parties,
        List<DecisionView> decisions,
        List<RecommendationView> recommendations,
        List<RecordedAnswer> recorded) {

    /** @param judgedBy who said the fact behind the limb, null where nobody did and doubt decides */
    record LimbView(String limb, String provision, String judgedBy, Instant judgedAt) {}

    /** @param proposed what the table proposed, null before the assessment */
    record AllegationView(int number, String text, String finding, String proposed, String reason) {}

    record LetterSummary(long id, String kind, String to, String status, Instant sentAt, String owed) {}

    record PartyView(String role, String fullName, String email, String phone, List<String> postalAddress) {}

    /** @param answer null until the force has replied */
    record RecommendationView(
            long id,
            int number,
            String measure,
            String text,
            LocalDate madeOn,
            LocalDate replyDueOn,
            LocalDate repliedOn,
            String answer,
            String replyText) {}

    /** @param why the reasons, null where the tables' proposal was followed */
    record DecisionView(String what, String decided, String proposed, String who, Instant when, String why) {}
}
