package org.redress.casefile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Something on the page of a case, brought by the module that knows of it: a bean of this kind appears on the page, and
 * neither the page nor another section is changed for it. What people read stands in its template alone, which writes its
 * heading by the macro {@code section}; the list of what is on the page follows from that.
 */
public interface CaseSection {

    /** Where on the page. */
    enum Part {
        /** beside the name, how the case stands in a word */
        TAG,
        /** above everything, what must not be overlooked */
        NOTICE,
        /** in the summary, after what happens next */
        NEXT,
        /** in the summary, rows that say how it ended */
        OUTCOME,
        /** in the summary, the ways to say that something has come up */
        COMES_UP,
        /** a section with a heading of its own */
        SECTION
    }

    default Part part() {
        return Part.SECTION;
    }

    /**
     * The kinds of case that it is about; none where it is about every kind. One that is about a kind takes the place of the one
     * about every kind that stands there.
     */
    default Set<String> kinds() {
        return Set.of();
    }

    /** Its place among what stands in the same part, the smallest first; no two on a page have the same. */
    int place();

    /** Its template without the ending, as {@code page/case/notes}. */
    String template();

    /**
     * What its template shows of a case, by names that no other section uses; some may be null.
     *
     * @return empty where there is nothing to show, not even a heading
     */
    Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked);

    /** One about every kind of case that needs no class of its own. */
    static CaseSection of(
            Part part, int place, String template, BiFunction<CaseFile, SectionAsked, Optional<Map<String, Object>>> show) {
        return of(Set.of(), part, place, template, show);
    }

    /** One about some kinds of case that needs no class of its own. */
    static CaseSection of(
            Set<String> kinds,
            Part part,
            int place,
            String template,
            BiFunction<CaseFile, SectionAsked, Optional<Map<String, Object>>> show) {
        return new CaseSection() {

            @Override
            public Set<String> kinds() {
                return kinds;
            }

            @Override
            public Part part() {
                return part;
            }

            @Override
            public int place() {
                return place;
            }

            @Override
            public String template() {
                return template;
            }

            @Override
            public Optional<Map<String, Object>> show(CaseFile file, SectionAsked asked) {
                return show.apply(file, asked);
            }
        };
    }
}
