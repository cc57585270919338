package org.redress.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.CaseState;
import org.redress.casefile.Document;
import org.redress.casefile.RecordedAnswer;

/**
 * A case as it is told over REST. The names are those that other systems rely on.
 *
 * @param restrictionVersion stands for who may see the case now; whoever sends it back changes only what they have seen
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "CaseFile",
        description = "A case: facts, parties, decisions with who, when and why, state, letters, documents. Null where nobody has"
                + " said or decided yet.",
        example = """
                {"reference": "RV/2026/000042K", "kind": "RV", "recorded": [], "state": "CLOSED", "path": "REVIEW_UPHELD", "regime": "NEW", "route": "6A",
                 "reviewBody": "THIS_BODY",
                 "limbs": [{"limb": "LPB_IS_AUTHORITY", "provision": "reg 32(b)(i)", "judgedBy": "caseworker1",
                  "judgedAt": "2026-03-04T10:12:00Z"}],
                 "timeliness": "IN_TIME", "countedDays": 20, "lastDay": "2026-03-10", "validityCodes": [],
                 "allegations": [{"number": 1, "text": "The officer did not collect the footage",
                  "finding": "NOT_REASONABLE_AND_PROPORTIONATE", "proposed": "NOT_REASONABLE_AND_PROPORTIONATE",
                  "reason": "The footage was named in writing and never asked for."}],
                 "outcome": "UPHELD", "measures": ["P1"],
                 "letters": [{"id": 7, "kind": "N1", "to": "APPLICANT: Marisol Quenby-Adeleke", "status": "SENT",
                  "sentAt": "2026-03-03T15:20:00Z", "owed": null}],
                 "documents": [{"id": 5, "name": "outcome letter.pdf", "mediaType": "application/pdf", "size": 48213,
                  "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                  "note": "The force's outcome letter", "addedBy": "intake", "addedAt": "2026-03-02T09:20:00Z"}],
                 "restricted": false, "restrictionVersion": "0d4f2c61", "possibleDuplicateOf": null,
                 "receivedAt": "2026-03-02T09:14:00Z", "closedAt": "2026-04-28T14:00:00Z", "keepUntil": "2032-04-28",
                 "parties": [{"role": "APPLICANT", "fullName": "Marisol Quenby-Adeleke", "email": "marisol.qa@example.org",
                  "phone": null, "postalAddress": []}],
                 "decisions": [{"what": "OUTCOME", "decided": "UPHELD", "proposed": "UPHELD", "who": "officer1",
                  "when": "2026-04-14T11:00:00Z", "why": null}],
                 "recommendations": [{"id": 17, "number": 1, "measure": "P1", "text": "Collect the footage",
                  "madeOn": "2026-04-16", "replyDueOn": "2026-05-14", "repliedOn": null, "answer": null, "replyText": null}]}""")
record CaseView(
        String reference,
        String kind,
        CaseState state,
        String path,
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
    @Schema(name = "Limb", description = "What makes the other body the one that must decide")
    record LimbView(String limb, String provision, String judgedBy, Instant judgedAt) {}

    /** @param proposed what the table proposed, null before the assessment */
    @Schema(name = "Allegation", description = "An allegation and what was found on it")
    record AllegationView(int number, String text, String finding, String proposed, String reason) {}

    @Schema(name = "Letter", description = "A letter of the case")
    record LetterSummary(long id, String kind, String to, String status, Instant sentAt, String owed) {}

    @Schema(name = "Party", description = "Somebody who has to do with the case")
    record PartyView(String role, String fullName, String email, String phone, List<String> postalAddress) {}

    /** @param answer null until the force has replied */
    @Schema(name = "Recommendation", description = "A recommendation to the force")
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
    @Schema(name = "Decision", description = "A decision that a person took")
    record DecisionView(String what, String decided, String proposed, String who, Instant when, String why) {}
}
