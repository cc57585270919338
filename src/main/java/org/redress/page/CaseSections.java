package org.redress.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseSection;
import org.redress.casefile.SectionAsked;
import org.springframework.stereotype.Component;

/** What all modules bring to the page of a case, in its order. No two stand in the same place or call two things alike. */
@Component
class CaseSections {

    /**
     * What is there to show.
     *
     * @param templates by {@link CaseSection.Part}, in their order
     * @param content what the templates show
     */
    record Brought(Map<String, List<String>> templates, Map<String, Object> content) {}

    private record Shown(CaseSection section, Map<String, Object> content) {}

    private final List<CaseSection> sections;

    CaseSections(List<CaseSection> sections) {
        this.sections = sections.stream().sorted(Comparator.comparingInt(CaseSection::place)).toList();
        Map<String, String> places = new HashMap<>();
        for (CaseSection section : this.sections) {
            for (String kind : section.kinds().isEmpty() ? Set.of("every kind") : section.kinds()) {
                String before = places.put(where(section) + " " + kind, section.template());
                if (before != null) {
                    throw new IllegalStateException("On the page of a case " + before + " and " + section.template()
                            + " both stand in place " + section.place() + " of " + section.part() + ". Give one another place.");
                }
            }
        }
    }

    /** @param taken names that no section may use, as the frame around them does */
    Brought of(CaseFile file, SectionAsked asked, Collection<String> taken) {
        List<Shown> shown = about(file).flatMap(section -> shown(section, file, asked)).toList();
        Set<String> names = new HashSet<>(taken);
        Map<String, Object> content = new HashMap<>();
        for (Shown one : shown) {
            one.content().forEach((name, value) -> {
                if (!names.add(name)) {
                    throw new IllegalStateException("What " + one.section().template() + " calls " + name
                            + " on the page of a case is something else there already. Give it another name.");
                }
                content.put(name, value);
            });
        }
        return new Brought(
                shown.stream()
                        .map(Shown::section)
                        .collect(Collectors.groupingBy(
                                section -> section.part().name(),
                                Collectors.mapping(CaseSection::template, Collectors.toList()))),
                content);
    }

    /** What is about a kind of case: a section of its own takes the place of the one about every kind. */
    private Stream<CaseSection> about(CaseFile file) {
        Predicate<CaseSection> ofItsKind = section -> !section.kinds().isEmpty() && section.kinds().contains(file.kind());
        Set<String> taken = sections.stream().filter(ofItsKind).map(CaseSections::where).collect(Collectors.toSet());
        return sections.stream()
                .filter(section -> section.kinds().isEmpty() ? !taken.contains(where(section)) : ofItsKind.test(section));
    }

    private static String where(CaseSection section) {
        return section.part() + " " + section.place();
    }

    private static Stream<Shown> shown(CaseSection section, CaseFile file, SectionAsked asked) {
        return section.show(file, asked).map(content -> new Shown(section, content)).stream();
    }
}
