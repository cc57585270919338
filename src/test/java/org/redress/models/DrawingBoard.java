package org.redress.models;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * A page of Chromium with bpmn-js and dmn-js, the libraries that Camunda Modeler draws with, as their packages bring them
 * ({@code src/test/resources/npm}; Maven knows them only in lines that place names otherwise). Nothing is fetched. Names
 * are in a font that the house brings, so that they are as long on every machine.
 */
final class DrawingBoard implements AutoCloseable {

    /** What became of one diagram. */
    record Drawn(
            List<String> warnings, List<DrawnDiagram.Shape> shapes, List<DrawnDiagram.Line> lines, List<DrawnDiagram.Mark> marks,
            List<DrawnDiagram.Text> texts, String svg, String saved) {

        DrawnDiagram diagram() {
            return new DrawnDiagram(shapes, lines, marks, texts, svg);
        }
    }

    /** What became of one file of decision tables. */
    record DrawnTables(List<String> warnings, List<DrawnTable> tables, String saved) {}

    /**
     * One decision table.
     *
     * @param answersEnd how far right the last column of answers reaches on a screen that wide
     */
    record DrawnTable(String id, double answersEnd, double screen, String svg) {}

    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Path FONT = Path.of("src/main/resources/letters/fonts/NotoSans-Regular.ttf");
    private static final Path DIAGRAMS = Path.of("src/test/resources/npm/bpmn-js-18.31.1");
    private static final Path TABLES = Path.of("src/test/resources/npm/dmn-js-17.10.2");

    private final Page page;

    DrawingBoard(Browser browser) {
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 1400));
        page.setContent("""
                <style>
                  @font-face { font-family: 'Noto Sans'; src: url(data:font/ttf;base64,%1$s) }
                  body { margin: 0 }
                  @font-face { font-family: 'As Wide As Arial'; src: url(data:font/ttf;base64,%1$s); size-adjust: 92%% }
                  .dmn-decision-table-container { --decision-table-font-family: 'As Wide As Arial' !important }
                </style>
                """.formatted(Base64.getEncoder().encodeToString(bytes(FONT))));
        for (String style : List.of("dmn-js-shared.css", "dmn-js-decision-table.css", "dmn-js-decision-table-controls.css")) {
            page.addStyleTag(new Page.AddStyleTagOptions().setContent(Models.read(TABLES.resolve(style))));
        }
        for (Path script : List.of(
                DIAGRAMS.resolve("bpmn-viewer.production.min.js"), TABLES.resolve("dmn-modeler.production.min.js"),
                Path.of("src/test/resources/pictures/draw.js"))) {
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(Models.read(script)));
        }
    }

    Drawn diagram(String xml) {
        return JSON.convertValue(page.evaluate("xml => draw.diagram(xml)", xml), Drawn.class);
    }

    DrawnTables tables(String xml) {
        return JSON.convertValue(page.evaluate("xml => draw.tables(xml)", xml), DrawnTables.class);
    }

    @Override
    public void close() {
        page.close();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
