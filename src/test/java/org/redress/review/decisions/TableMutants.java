package org.redress.review.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Decision tables with one thing wrong. PIT changes Java and knows nothing of DMN, so the faults that a hand can slip
 * into a table are made here: a rule left out, an answer changed, a cell left empty, turned round, narrowed, or moved by
 * one.
 */
final class TableMutants {

    /** A table with one fault, named so that a person finds the place. */
    record Mutant(String rule, String name, Decision decision) {}

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w\"-])\\d+(?![\\w\"-])");
    private static final Pattern WORDS_IN_A_LIST = Pattern.compile("\\[(\\s*\"[^\\]]*\")\\]");

    private final Decision original;
    private final DmnModelInstance model;
    private final List<Mutant> mutants = new ArrayList<>();

    private TableMutants(Decision original) {
        this.original = original;
        this.model = original.model();
    }

    static List<Mutant> of(Decision decision) {
        TableMutants made = new TableMutants(decision);
        for (int rule = 0; rule < decision.rules.size(); rule++) {
            made.spoil(rule);
        }
        return made.mutants;
    }

    private void spoil(int index) {
        Decision.Rule rule = original.rules.get(index);
        add(rule.id() + ": left out", index, left -> left.getParentElement().removeChildElement(left));
        for (int i = 0; i < original.outputs.size(); i++) {
            Decision.Column output = original.outputs.get(i);
            setAnswer(index, i, rule.conclusions().get(i), otherAnswer(output, rule.conclusions().get(i)));
        }
        for (int i = 0; i < original.inputs.size(); i++) {
            String cell = rule.conditions().get(i);
            if (!cell.isEmpty()) {
                for (String spoilt : spoiltCells(cell)) {
                    setCondition(index, i, cell, spoilt);
                }
            }
        }
    }

    private void setAnswer(int rule, int cell, String before, String after) {
        add(name(rule, original.outputs.get(cell).name(), before, after), rule, changed ->
                new ArrayList<>(changed.getOutputEntries()).get(cell).getText().setTextContent(after));
    }

    private void setCondition(int rule, int cell, String before, String after) {
        add(name(rule, original.inputs.get(cell).label(), before, after), rule, changed ->
                new ArrayList<>(changed.getInputEntries()).get(cell).getText().setTextContent(after));
    }

    private String name(int rule, String column, String before, String after) {
        return "%s: %s: %s -> %s"
                .formatted(original.rules.get(rule).id(), column, before, after.isEmpty() ? "anything" : after);
    }

    private void add(String name, int rule, Consumer<Rule> change) {
        DmnModelInstance copy = (DmnModelInstance) model.clone();
        org.camunda.bpm.model.dmn.instance.Decision decision = copy.getModelElementById(original.id);
        DecisionTable table = (DecisionTable) decision.getExpression();
        change.accept(new ArrayList<>(table.getRules()).get(rule));
        mutants.add(new Mutant(original.rules.get(rule).id(), name, new Decision(original, copy)));
    }

    private static String otherAnswer(Decision.Column output, String answer) {
        if (output.type().equals("boolean")) {
            return Boolean.toString(!Boolean.parseBoolean(answer));
        }
        if (output.type().equals("integer")) {
            return Integer.toString(Integer.parseInt(answer) + 1);
        }
        if (output.allowed().isEmpty()) {
            return "\"something else\"";
        }
        int next = output.allowed().indexOf(answer.replace("\"", "")) + 1;
        return '"' + output.allowed().get(next % output.allowed().size()) + '"';
    }

    private static Set<String> spoiltCells(String cell) {
        Set<String> spoilt = new LinkedHashSet<>();
        spoilt.add("");
        spoilt.add(turnedRound(cell));
        narrowed(cell, spoilt);
        movedByOne(cell, spoilt);
        spoilt.remove(cell);
        return spoilt;
    }

    private static String turnedRound(String cell) {
        // FEEL takes not(true) for never, so yes and no are turned round by hand
        return switch (cell) {
            case "true" -> "false";
            case "false" -> "true";
            case "false, null" -> "true";
            default -> cell.startsWith("not(") ? cell.substring(4, cell.length() - 1) : "not(" + cell + ")";
        };
    }

    private static void narrowed(String cell, Set<String> spoilt) {
        if (!cell.contains("(") && !cell.contains("[")) {
            leaveOutOne(cell, "", "", spoilt);
        }
        WORDS_IN_A_LIST.matcher(cell).results().forEach(list -> leaveOutOne(
                list.group(1), cell.substring(0, list.start(1)), cell.substring(list.end(1)), spoilt));
    }

    private static void leaveOutOne(String list, String before, String after, Set<String> spoilt) {
        List<String> items = List.of(list.split("\\s*,\\s*"));
        for (int i = 0; items.size() > 1 && i < items.size(); i++) {
            List<String> rest = new ArrayList<>(items);
            rest.remove(i);
            spoilt.add(before + String.join(", ", rest) + after);
        }
    }

    private static void movedByOne(String cell, Set<String> spoilt) {
        for (MatchResult day : DAY.matcher(cell).results().toList()) {
            LocalDate on = LocalDate.parse(day.group());
            spoilt.add(replaced(cell, day, on.minusDays(1).toString()));
            spoilt.add(replaced(cell, day, on.plusDays(1).toString()));
        }
        for (MatchResult number : NUMBER.matcher(DAY.matcher(cell).replaceAll("----------")).results().toList()) {
            int limit = Integer.parseInt(number.group());
            spoilt.add(replaced(cell, number, Integer.toString(limit - 1)));
            spoilt.add(replaced(cell, number, Integer.toString(limit + 1)));
        }
    }

    private static String replaced(String cell, MatchResult found, String by) {
        return cell.substring(0, found.start()) + by + cell.substring(found.end());
    }
}
