package org.redress.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseSection;
import org.redress.casefile.SectionAsked;
import org.redress.record.ActRecord;
import org.redress.record.RecordedAct;
import org.redress.retention.LegalHolds;
import org.springframework.stereotype.Component;

/** What was done on a case, newest first, the way to its whole record and whether it is held, on its page. */
@Component
class TimelineSection implements CaseSection {

    /** How many acts it shows before it asks whether all are wanted. */
    private static final int NEWEST_ACTS = 30;

    private final ActRecord acts;
    private final LegalHolds holds;

    TimelineSection(ActRecord acts, LegalHolds holds) {
        this.acts = acts;
        this.holds = holds;
    }

    @Override
    public int place() {
        return 1400;
    }

    @Override
    public String template() {
        return "page/case/timeline";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        List<RecordedAct> all = acts.of(file.reference());
        int shownActs = asked.text("timeline").equals("all") ? all.size() : Math.min(NEWEST_ACTS, all.size());
        Map<String, Object> shown = new HashMap<>();
        shown.put("acts", all.subList(0, shownActs));
        shown.put("actsInAll", all.size());
        shown.put("hold", holds.standing(file.reference()).orElse(null));
        return Optional.of(shown);
    }
}
