package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.models.DiagramRules.Surroundings;
import org.redress.models.DrawingBoard.Drawn;
import org.redress.testing.Chromium;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.DefaultNodeMatcher;
import org.xmlunit.diff.ElementSelectors;

/** The diagrams as people see them: drawn, measured, opened and saved by the library that Camunda Modeler draws with. */
class DiagramPicturesBrowserTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final Map<String, String> DIAGRAMS = Models.diagrams();
    private static final Surroundings SURROUNDINGS =
            new Surroundings(DIAGRAMS.keySet(), Models.forms().keySet(), Models.register(), Models.clocks(), Models.groups());
    private static final Known KNOWN = new Known(new CallsOfTheHouse(), Models.register(), Models.clocks(), Models.groups());
    private static final Map<String, Drawn> DRAWN = new LinkedHashMap<>();

    private static DrawingBoard board;

    static Stream<String> diagrams() {
        return DIAGRAMS.keySet().stream();
    }

    @BeforeAll
    static void drawAll() {
        board = new DrawingBoard(chromium.browser());
        DIAGRAMS.forEach((name, xml) -> DRAWN.put(name, board.diagram(xml)));
    }

    @AfterAll
    static void putAway() {
        board.close();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void each_picture_shows_its_diagram_as_it_is(String name) {
        Pictures.mustEqual(name, DRAWN.get(name).svg());
    }

    /** A diagram is hung up if its names can be read on A3, it is no strip, and nothing lies on a name. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void a_person_would_hang_it_up(String name) {
        assertThat(DRAWN.get(name).diagram().faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void opened_and_saved_it_says_the_same(String name) {
        assertThat(DRAWN.get(name).warnings()).isEmpty();
        assertThat(DiffBuilder.compare(DIAGRAMS.get(name)).withTest(DRAWN.get(name).saved())
                        .ignoreWhitespace()
                        .withNodeMatcher(new DefaultNodeMatcher(
                                ElementSelectors.and(ElementSelectors.byNameAndAllAttributes, ElementSelectors.byNameAndText),
                                ElementSelectors.byNameAndAllAttributes))
                        .checkForSimilar()
                        .build()
                        .getDifferences())
                .isEmpty();
    }

    @Test
    void opened_and_saved_all_of_them_keep_the_rules_of_the_house_and_of_its_gate() {
        Map<String, byte[]> before = Models.files();
        Map<String, byte[]> after = new TreeMap<>(before);
        before.keySet().stream().filter(file -> file.endsWith(".bpmn")).forEach(file -> {
            String name = file.substring(file.lastIndexOf('/') + 1).replace(".bpmn", "");
            after.put(file, DRAWN.get(name).saved().getBytes(StandardCharsets.UTF_8));
            assertThat(DiagramRules.faults(name, DRAWN.get(name).saved(), SURROUNDINGS)).isEmpty();
        });
        assertThat(ModelCheck.check(after, KNOWN).refusals()).isEmpty();
        assertThat(ModelCheck.check(after, KNOWN).all()).isEqualTo(ModelCheck.check(before, KNOWN).all());
    }

    /** Each line spoils the picture of a good diagram; whoever measures must notice. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IssueLetters | <dc:Bounds x="645" y="97" width="90" height="28" /> | <dc:Bounds x="645" y="113" width="90" height="28" /> | lies on Gateway_AreTheyApproved
            IssueLetters | <dc:Bounds x="645" y="97" width="90" height="28" /> | <dc:Bounds x="645" y="97" width="40" height="28" /> | breaks a word
            EndWithoutReview | <dc:Bounds x="330" y="372" width="66" height="14" /> | <dc:Bounds x="330" y="384" width="66" height="14" /> | lies on the line Flow_WhyNoReviewWithdrawn
            EndWithoutReview | <dc:Bounds x="334" y="226" width="100" height="14" /> | <dc:Bounds x="322" y="238" width="100" height="14" /> | lies on a sign of Flow_WhyNoReviewOther
            LetterOwed | <dc:Bounds x="280" y="120" width="120" height="80" /> | <dc:Bounds x="280" y="120" width="60" height="80" /> | Task_SettleLetter
            LetterOwed | <dc:Bounds x="482" y="142" width="36" height="36" /> | <dc:Bounds x="1482" y="142" width="36" height="36" /> | a strip of
            LetterOwed | <dc:Bounds x="482" y="142" width="36" height="36" /> | <dc:Bounds x="1482" y="1142" width="36" height="36" /> | points on A3
            """)
    void a_spoilt_picture_is_found_out(String name, String good, String spoilt, String expected) {
        String xml = DIAGRAMS.get(name);
        assertThat(xml).as("the passage to spoil").contains(good);
        assertThat(board.diagram(xml.replace(good, spoilt)).diagram().faults()).anySatisfy(fault -> assertThat(fault).contains(expected));
    }

    @Test
    void a_picture_is_no_longer_that_of_a_diagram_with_another_name_or_place_in_it() {
        String xml = DIAGRAMS.get("LetterOwed");
        String kept = Pictures.said(DRAWN.get("LetterOwed").svg());
        assertThat(Pictures.said(board.diagram(xml).svg())).isEqualTo(kept);
        assertThat(Pictures.said(board.diagram(xml.replace("name=\"Letter owed\"", "name=\"Letter due\"")).svg())).isNotEqualTo(kept);
        assertThat(Pictures.said(board.diagram(xml.replace("<dc:Bounds x=\"482\"", "<dc:Bounds x=\"490\"")).svg())).isNotEqualTo(kept);
    }

    /** As the engine's own list, which needs the whole application. */
    private static final class CallsOfTheHouse implements KnownCalls {

        @Override
        public Set<String> beans() {
            return DiagramRules.CALLS.stream().map(call -> call.substring(0, call.indexOf('.'))).collect(Collectors.toSet());
        }

        @Override
        public boolean knows(String bean, String method, int arguments) {
            return DiagramRules.CALLS.contains(bean + "." + method);
        }

        @Override
        public Collection<String> methodsOf(String bean) {
            return DiagramRules.CALLS.stream().filter(call -> call.startsWith(bean + ".")).map(call -> call.substring(bean.length() + 1)).toList();
        }
    }
}
