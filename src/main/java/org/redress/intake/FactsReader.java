package org.redress.intake;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.review.CaseFacts;
import org.redress.review.Investigation;
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
        for (RecordComponent component : CaseFacts.class.getRecordComponents()) {
            String name = component.getName();
            if (NOT_FOR_PAPERS.contains(name)) {
                continue;
            }
            Object value = component.getType() == Boolean.class
                    ? fields.flag(name)
                    : component.getType() == LocalDate.class
                            ? fields.date(name)
                            : fields.code(name, Investigation.class);
            said.put(name, value);
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
}
