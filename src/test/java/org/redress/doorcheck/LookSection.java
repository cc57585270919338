package org.redress.doorcheck;

import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseSection;
import org.redress.casefile.SectionAsked;
import org.springframework.stereotype.Component;

/** What the test procedure brings to the page of its own cases: those whose force reference says so. */
@Component
public class LookSection implements CaseSection {

    public static final String MARK = "LOOK/";

    @Override
    public int place() {
        return 650;
    }

    @Override
    public String template() {
        return "page/case/doorcheck/look";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        return Optional.ofNullable(file.forceReference())
                .filter(force -> force.startsWith(MARK))
                .map(force -> Map.of("looked", force + " <" + asked.text("look") + ">"));
    }
}
