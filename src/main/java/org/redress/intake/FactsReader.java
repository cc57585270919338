package org.redress.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.kind.Kind;
import org.redress.review.CaseFacts;
import org.springframework.stereotype.Component;

/**
 * Reads the facts that papers settle. Inputs of the decision tables that papers cannot settle, because Redress works
 * them out or a person here decides them, are told back as not taken; names that no table knows are refused.
 */
@Component
class FactsReader {

    /** @param notTaken facts that were sent and are not for papers to say */
    record Read(CaseFacts facts, List<String> notTaken) {}

    private static final Set<String> NOT_FOR_PAPERS = Set.of(
            "specialCircumstances",
            "countedDays",
            "regime",
            "route",
            "reviewBody",
            "timeliness",
            "validityCodes",
            "notReasonableCount",
            "lateReasons",
            "deathOrSeriousInjury",
            "article2Or3Raised",
            "discriminationAlleged",
            "vulnerableComplainant",
            "mediaInterest",
            "litigationThreatened",
            "unreasonableConduct",
            "repeatContact",
            "allegationCount",
            "pagesOfPapers",
            "daysOpen");

    Read read(Fields fields) {
        Map<String, Object> said = new HashMap<>();
        for (Kind.Fact fact : CaseFacts.declarations()) {
            if (!NOT_FOR_PAPERS.contains(fact.name())) {
                said.put(fact.name(), read(fields, fact));
            }
        }
        List<String> notTaken = new ArrayList<>();
        for (String name : fields.names()) {
            if (NOT_FOR_PAPERS.contains(name)) {
                fields.alsoKnown(name);
                notTaken.add(name);
            }
        }
        fields.nothingElse();
        return new Read(CaseFacts.from(said), notTaken);
    }

    private static Object read(Fields fields, Kind.Fact fact) {
        return switch (fact.type()) {
            case "flag" -> fields.flag(fact.name());
            case "date" -> fields.date(fact.name());
            default -> fields.code(fact.name(), fact.codes().keySet());
        };
    }
}
