package org.redress.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseSection;
import org.redress.casefile.SectionAsked;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.kernel.WrittenDay;
import org.springframework.stereotype.Component;

/**
 * The deadlines of a case on its page, and where somebody asks for a past day, as the file stood on it: what we promised
 * then, and could know then.
 */
@Component
class DeadlinesSection implements CaseSection {

    private final Clocks clocks;
    private final Now now;

    DeadlinesSection(Clocks clocks, Now now) {
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public int place() {
        return 1000;
    }

    @Override
    public String template() {
        return "page/case/deadlines";
    }

    @Override
    public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
        String typed = Typed.text(asked.text("asKnownOn"));
        LocalDate day = WrittenDay.read(typed).day();
        boolean past = day != null && day.isBefore(now.today());
        Map<String, Object> shown = new HashMap<>();
        shown.put("clocks", clocks.of(file.reference()));
        shown.put("asKnownTyped", typed);
        shown.put("asKnownWrong", !typed.isEmpty() && !past);
        if (past) {
            shown.put("asKnownOn", day);
            shown.put("shownClocks", clocks.asKnownOn(file.reference(), day));
        }
        return Optional.of(shown);
    }
}
