package org.redress.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the expressions in a text and names what is not allowed in them. Allowed are registered variables, plain values,
 * comparisons, and calls that are made for diagrams; whatever is not understood is refused.
 */
final class Expressions {

    /** What is wrong with an expression. */
    record Fault(GateRule rule, String why) {}

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 30;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<text>'(?:[^'\\\\]|\\\\['\\\\])*'|\"(?:[^\"\\\\]|\\\\[\"\\\\])*\")|(?<number>\\d+(?:\\.\\d+)?)|(?<word>[A-Za-z_]\\w*)"
                    + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!?:().,}\\[\\]]))");
    private static final Set<String> VALUES = Set.of("true", "false", "null");
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "instanceof");
    private static final Set<String> BETWEEN =
            Set.of("==", "!=", "<", ">", "<=", ">=", "&&", "||", "and", "or", "eq", "ne", "lt", "gt", "le", "ge");

    private final KnownCalls calls;
    private final Set<String> variables;
    private final String text;
    private final Matcher matcher;
    private final List<Fault> faults = new ArrayList<>();
    private String token;
    private boolean word;
    private boolean value;
    private int depth;

    /** What stops the reading: nothing behind it can be trusted to mean what it seems to. */
    private static final class NotUnderstood extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient GateRule rule;

        NotUnderstood(GateRule rule, String why) {
            super(why, null, false, false);
            this.rule = rule;
        }
    }

    private Expressions(String text, KnownCalls calls, Set<String> variables) {
        this.text = text;
        this.calls = calls;
        this.variables = variables;
        this.matcher = TOKEN.matcher(text);
    }

    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with the expressions in a text; empty where nothing is. */
    static List<Fault> faults(String text, KnownCalls calls, Set<String> variables) {
        if (!isIn(text)) {
            return List.of();
        }
        if (text.length() > LONGEST) {
            return List.of(new Fault(GateRule.EXPRESSION_FORM, "its expression is longer than " + LONGEST + " characters."));
        }
        Expressions expressions = new Expressions(text, calls, variables);
        try {
            expressions.all();
        } catch (NotUnderstood stop) {
            expressions.faults.add(new Fault(stop.rule, stop.getMessage()));
        }
        return expressions.faults;
    }

    /** Whether the whole text is one expression that is one call. */
    static boolean isOneCall(String text, KnownCalls calls, Set<String> variables) {
        return text.matches("(?s)\\$\\{\\s*\\w+\\s*\\.\\s*\\w+\\s*\\([^{}]*\\)\\s*}") && faults(text, calls, variables).isEmpty();
    }

    private void all() {
        int at = 0;
        for (int begin = next(at); begin >= 0; begin = next(at)) {
            matcher.region(begin + 2, text.length());
            advance();
            condition();
            expect("}");
            at = matcher.end();
        }
    }

    private int next(int from) {
        int immediate = text.indexOf("${", from);
        int deferred = text.indexOf("#{", from);
        return immediate < 0 ? deferred : deferred < 0 ? immediate : Math.min(immediate, deferred);
    }

    private void advance() {
        if (!matcher.lookingAt()) {
            throw new NotUnderstood(GateRule.EXPRESSION_FORM, "“" + Finding.quote(text) + "” is not an expression of the kind allowed here.");
        }
        token = matcher.group().strip();
        word = matcher.group("word") != null;
        value = matcher.group("text") != null || matcher.group("number") != null;
        if (!token.equals("}")) {
            matcher.region(matcher.end(), text.length());
        }
    }

    private boolean is(String expected) {
        return !value && token.equals(expected);
    }

    private void expect(String expected) {
        if (!is(expected)) {
            throw is("[") || is(".")
                    ? reach()
                    : new NotUnderstood(GateRule.EXPRESSION_FORM, "“" + Finding.quote(text) + "” is not an expression of the kind allowed here.");
        }
    }

    private NotUnderstood reach() {
        return new NotUnderstood(GateRule.EXPRESSION_REACH, "“" + Finding.quote(text) + "” reaches inside a variable or a result.");
    }

    private void condition() {
        if (++depth > DEEPEST) {
            throw new NotUnderstood(GateRule.EXPRESSION_FORM, "its expression has too many brackets.");
        }
        operand();
        while (!value && BETWEEN.contains(token)) {
            advance();
            operand();
        }
        if (is("?")) {
            advance();
            condition();
            expect(":");
            advance();
            condition();
        }
        depth--;
    }

    private void operand() {
        while (is("not") || is("!") || is("empty")) {
            advance();
        }
        if (value || word && VALUES.contains(token)) {
            advance();
            nothingBehind();
        } else if (is("(")) {
            advance();
            condition();
            expect(")");
            advance();
            nothingBehind();
        } else if (word && !RESERVED.contains(token)) {
            name();
        } else {
            expect("a value");
        }
    }

    private void name() {
        String name = token;
        advance();
        if (is("(") || is(":") && followsFunction()) {
            throw new NotUnderstood(GateRule.UNKNOWN_CALL, "it calls the function “" + Finding.quote(name) + "”, which is not for diagrams.");
        }
        if (!is(".")) {
            if (!variables.contains(name)) {
                faults.add(new Fault(GateRule.UNKNOWN_VARIABLE, "it uses “" + Finding.quote(name) + "”, which is not in the variable register."));
            }
            return;
        }
        advance();
        if (!word) {
            throw reach();
        }
        String method = token;
        advance();
        if (!is("(")) {
            throw reach();
        }
        known(name, method, arguments());
        nothingBehind();
    }

    /** A colon right behind a name and a call behind the next one is a function with a prefix, not a choice. */
    private boolean followsFunction() {
        return Pattern.compile("\\w+\\s*\\(").matcher(text).region(matcher.regionStart(), text.length()).lookingAt();
    }

    private int arguments() {
        advance();
        int count = 0;
        while (!is(")")) {
            if (count > 0) {
                expect(",");
                advance();
            }
            condition();
            count++;
        }
        advance();
        return count;
    }

    private void known(String bean, String method, int arguments) {
        if (calls.knows(bean, method, arguments)) {
            return;
        }
        String call = Finding.quote(bean + "." + method);
        if (!calls.beans().contains(bean)) {
            faults.add(new Fault(GateRule.UNKNOWN_CALL, "it calls “" + call + "”, which is not for diagrams."));
        } else if (calls.methodsOf(bean).contains(method)) {
            faults.add(new Fault(GateRule.UNKNOWN_CALL, "it calls “" + call + "” with " + arguments + " values, and there is no such call."));
        } else {
            faults.add(new Fault(GateRule.UNKNOWN_CALL, "it calls “" + call + "”; “" + bean + "” offers "
                    + String.join(", ", calls.methodsOf(bean).stream().distinct().sorted().toList()) + "."));
        }
    }

    private void nothingBehind() {
        if (is(".") || is("[")) {
            throw reach();
        }
    }
}
