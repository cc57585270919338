package org.redress.review.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of a {@code .cases.csv} file. The format is described for process owners in
 * {@code docs/for-process-owners/decision-tables.md}.
 */
record Example(Path file, int line, String says, Map<String, Object> given, List<Map<String, Object>> expected) {

    /** The header of an example file: a sentence, what is given, what is expected. */
    static List<String> header(Path file) {
        return lines(file).get(0).cells();
    }

    static List<Example> of(Decision decision, List<Decision.Column> asked, Path file) {
        List<Line> lines = lines(file);
        List<String> header = lines.get(0).cells();
        List<String> outputs = decision.outputs.stream().map(Decision.Column::name).toList();
        int firstOutput = header.size() - outputs.size();
        if (!header.get(0).equals("example") || !header.subList(firstOutput, header.size()).equals(outputs)) {
            throw new AssertionError(file + ": the first line must read example, the facts given, then " + outputs);
        }
        return lines.stream().skip(1).map(line -> {
            if (line.cells().size() != header.size()) {
                throw new AssertionError(file + " line " + line.number() + ": " + line.cells().size()
                        + " cells where the first line has " + header.size());
            }
            Map<String, Object> given = new LinkedHashMap<>();
            for (int i = 1; i < firstOutput; i++) {
                given.put(header.get(i), value(file, line.number(), header.get(i), line.cells().get(i), asked));
            }
            return new Example(file, line.number(), line.cells().get(0), given,
                    expected(decision, outputs, line.cells().subList(firstOutput, header.size())));
        }).toList();
    }

    /** The same facts with those that are not known left out altogether, instead of sent as null. */
    Map<String, Object> givenWithoutUnknowns() {
        Map<String, Object> known = new HashMap<>(given);
        known.values().removeIf(value -> value == null);
        return known;
    }

    String where() {
        return file.getFileName() + " line " + line + ": " + says;
    }

    private static List<Map<String, Object>> expected(Decision decision, List<String> outputs, List<String> cells) {
        if (decision.collects() && cells.stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        List<List<String>> columns = cells.stream()
                .map(cell -> decision.collects() ? List.of(cell.split("\\|", -1)) : List.of(cell))
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < columns.stream().mapToInt(List::size).max().orElse(0); row++) {
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < outputs.size(); i++) {
                String text = row < columns.get(i).size() ? columns.get(i).get(row) : "";
                values.put(outputs.get(i), text.isEmpty() ? null : typed(decision.outputs.get(i).type(), text));
            }
            rows.add(values);
        }
        return rows;
    }

    private static Object typed(String type, String text) {
        return switch (type) {
            case "boolean" -> Boolean.valueOf(text);
            case "integer" -> Integer.valueOf(text);
            default -> text;
        };
    }

    private static Object value(Path file, int line, String fact, String cell, List<Decision.Column> asked) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.startsWith("[") && cell.endsWith("]")) {
            String inside = cell.substring(1, cell.length() - 1);
            return inside.isEmpty() ? List.of() : List.of(inside.split("\\|"));
        }
        Decision.Column column = asked.stream().filter(input -> input.uses(fact)).findFirst()
                .orElseThrow(() -> new AssertionError(file + ": no table asks for " + fact));
        String where = file + " line " + line + ", " + fact + ": ";
        if (column.type().equals("boolean")) {
            return switch (cell.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new AssertionError(where + "true, false or empty, not " + cell);
            };
        }
        if (column.type().equals("integer")) {
            try {
                return Integer.valueOf(cell);
            } catch (NumberFormatException e) {
                throw new AssertionError(where + "a whole number or empty, not " + cell);
            }
        }
        if (!column.allowed().isEmpty() && !column.allowed().contains(cell)) {
            throw new AssertionError(where + "one of " + column.allowed() + " or empty, not " + cell);
        }
        return cell;
    }

    private record Line(int number, List<String> cells) {}

    private static List<Line> lines(Path file) {
        try {
            List<String> text = Files.readAllLines(file);
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < text.size(); i++) {
                String line = text.get(i).replace("\uFEFF", "");
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(new Line(i + 1, cells(line)));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
