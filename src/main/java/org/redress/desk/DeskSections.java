package org.redress.desk;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redress.casefile.CaseSection;
import org.redress.casefile.CaseSection.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the desk brings to the page of a case. */
@Configuration(proxyBeanMethods = false)
class DeskSections {

    @Bean
    CaseSection raisedOnPage(Escalations escalations) {
        return CaseSection.of(Part.TAG, 200, "page/case/desk/raised", (file, asked) -> escalations
                .latest(file.reference())
                .map(Escalations.Triage::level)
                .filter(level -> !level.equals("NONE"))
                .map(level -> Map.of("raisedTo", level)));
    }

    @Bean
    CaseSection attentionOnPage(Attention attention, ProcedureOf procedureOf) {
        return CaseSection.of(
                Part.NEXT,
                100,
                "page/case/desk/attention",
                (file, asked) -> Optional.of(Map.of(
                        "concerns", attention.standing(file.reference()),
                        "toldWords", words(procedureOf.staff(file.reference())))));
    }

    private static Map<String, String> words(WhoIsTold who) {
        return Arrays.stream(Told.values()).collect(Collectors.toMap(Told::name, who::words));
    }
}
