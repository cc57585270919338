package org.redress.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseSection;
import org.redress.casefile.CaseSection.Part;
import org.redress.people.CurrentPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a case stands, at the top of its page, and which other cases may be the same. */
@Configuration(proxyBeanMethods = false)
class CaseStanding {

    private final VisibleCases visible;
    private final CaseList list;
    private final CurrentPerson person;

    CaseStanding(VisibleCases visible, CaseList list, CurrentPerson person) {
        this.visible = visible;
        this.list = list;
        this.person = person;
    }

    @Bean
    CaseSection tagsOnPage() {
        return CaseSection.of(
                Part.TAG,
                100,
                "page/case/tags",
                (file, asked) -> Optional.of(Map.of(
                        "possibleDuplicate", visible.earlierTwin(file).isPresent() || !laterTwins(file).isEmpty())));
    }

    @Bean
    CaseSection twinsOnPage() {
        return CaseSection.of(Part.NOTICE, 100, "page/case/twins", (file, asked) -> {
            Map<String, Object> twins = new HashMap<>();
            twins.put("earlierTwin", visible.earlierTwin(file).orElse(null));
            twins.put("laterTwins", laterTwins(file));
            return Optional.of(twins);
        });
    }

    private List<String> laterTwins(CaseFile file) {
        return list.laterTwins(file.reference(), person.account(), person.groups());
    }
}
