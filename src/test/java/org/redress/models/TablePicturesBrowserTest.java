package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.models.DrawingBoard.DrawnTable;
import org.redress.models.DrawingBoard.DrawnTables;
import org.redress.testing.Chromium;
import org.xmlunit.builder.DiffBuilder;

/** The decision tables as people see them: drawn, measured, opened and saved by the library that Camunda Modeler draws with. */
class TablePicturesBrowserTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final Map<String, String> FILES = Models.tableFiles();
    private static final Map<String, DrawnTables> DRAWN = new LinkedHashMap<>();
    private static final Map<String, DrawnTable> TABLES = new LinkedHashMap<>();

    private static DrawingBoard board;

    static Stream<String> files() {
        return FILES.keySet().stream();
    }

    static Stream<String> tables() {
        return Models.tables().keySet().stream();
    }

    @BeforeAll
    static void drawAll() {
        board = new DrawingBoard(chromium.browser());
        FILES.forEach((file, xml) -> DRAWN.put(file, board.tables(xml)));
        DRAWN.values().forEach(drawn -> drawn.tables().forEach(table -> TABLES.put(table.id(), table)));
    }

    @AfterAll
    static void putAway() {
        board.close();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void each_picture_shows_its_table_as_it_is(String table) {
        Pictures.mustEqual(table, TABLES.get(table).svg());
    }

    /** Nobody should have to move a table to the left to see what it answers. */
    @ParameterizedTest
    @MethodSource("tables")
    void its_answers_are_on_the_first_screen(String table) {
        assertThat(TABLES.get(table).answersEnd()).as("where the answers end").isLessThanOrEqualTo(TABLES.get(table).screen());
    }

    @Test
    void a_table_that_is_too_wide_is_found_out() {
        String xml = FILES.get("ReviewOutcome");
        String spoilt = xml.replaceFirst("<definitions ", "<definitions xmlns:biodi=\"http://bpmn.io/schema/dmn/biodi/2.0\" ")
                .replaceFirst("<input id=\"\\w+\"", "$0 biodi:width=\"1400\"");
        DrawnTable wide = board.tables(spoilt).tables().get(0);
        assertThat(wide.answersEnd()).isGreaterThan(wide.screen());
    }

    @ParameterizedTest
    @MethodSource("files")
    void opened_and_saved_it_says_the_same(String file) {
        assertThat(DRAWN.get(file).warnings()).isEmpty();
        assertThat(DiffBuilder.compare(FILES.get(file)).withTest(DRAWN.get(file).saved()).ignoreWhitespace().checkForSimilar().build().getDifferences())
                .isEmpty();
    }

    @Test
    void there_is_no_picture_without_a_model() {
        Set<String> models = new TreeSet<>(Models.diagrams().keySet());
        models.addAll(Models.tables().keySet());
        assertThat(Pictures.kept()).isEqualTo(models);
    }
}
