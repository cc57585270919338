package org.redress.engine.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.engine.form.Field.Kind;
import org.redress.engine.form.Field.Limits;
import org.redress.kernel.WrittenDay;
import org.redress.kernel.WrittenText;
import org.redress.step.Option;

/**
 * Holds one answer against its field and turns it into the value a record takes: text, a flag, a {@link BigDecimal}, a
 * {@link LocalDate} or a list of codes; null where nothing was answered. The rules are form-js's own, so that what Tasklist
 * lets through stands here too; days alone have a rule of the house, for form-js reads them wrongly.
 */
final class FieldCheck {

    /** Text is kept whole up to this length, even where the form sets no limit. */
    static final int LONGEST_TEXT = 1_000_000;

    private static final int LONGEST_LIST_IN_WORDS = 8;
    private static final int MOST_DIGITS = 18;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?");

    private FieldCheck() {}

    /** Whether a plain value answers anything: no value, no text, an empty list and an unticked box do not. */
    static boolean answered(Object plain) {
        return plain != null
                && !Boolean.FALSE.equals(plain)
                && !(plain instanceof String text && text.isEmpty())
                && !(plain instanceof List<?> list && list.isEmpty());
    }

    /**
     * Reads a plain value as an answer.
     *
     * @param plain the value, as {@link SubmittedValue} gives it
     * @param options the choices on offer; null where they do not matter
     * @throws NotAnAnswer where it is none
     */
    static Object read(Field field, Object plain, List<Option> options) {
        if (plain == null || plain instanceof String text && text.isEmpty()) {
            return nothing(field);
        }
        return switch (field.kind()) {
            case TEXT -> text(field, plain);
            case NUMBER -> number(field, plain);
            case CHECKBOX -> ticked(field, plain);
            case ONE_OF -> oneOf(field, plain, options);
            case MANY_OF -> manyOf(field, plain, options);
            case DATE -> date(plain);
            case TIME, DATE_TIME -> moment(field, plain);
        };
    }

    private static Object nothing(Field field) {
        if (field.required()) {
            throw new NotAnAnswer(missing(field));
        }
        return switch (field.kind()) {
            case CHECKBOX -> Boolean.FALSE;
            case MANY_OF -> List.of();
            default -> null;
        };
    }

    private static String missing(Field field) {
        return switch (field.kind()) {
            case TEXT -> "enter your answer";
            case NUMBER -> "enter a number";
            case CHECKBOX -> "tick this to go on";
            case ONE_OF -> "choose one of the answers";
            case MANY_OF -> "choose at least one of the answers";
            case DATE -> "enter a date";
            case TIME -> "enter a time";
            case DATE_TIME -> "enter a date and a time";
        };
    }

    private static String text(Field field, Object plain) {
        if (!(plain instanceof String text)) {
            throw new NotAnAnswer("answer in words");
        }
        WrittenText.fault(text).ifPresent(fault -> {
            throw new NotAnAnswer(Character.toLowerCase(fault.charAt(0)) + fault.substring(1, fault.length() - 1));
        });
        if (field.required() && WrittenText.nothingVisible(text)) {
            throw new NotAnAnswer(missing(field));
        }
        Limits limits = field.limits();
        int length = text.strip().length();
        if (limits.minLength() != null && length < limits.minLength()) {
            throw new NotAnAnswer("enter at least " + limits.minLength() + " characters");
        }
        int longest = limits.maxLength() == null ? LONGEST_TEXT : Math.min(limits.maxLength(), LONGEST_TEXT);
        if (length > longest || text.length() > LONGEST_TEXT) {
            throw new NotAnAnswer("shorten this to " + longest + " characters, it has " + Math.max(length, text.length()));
        }
        if (limits.pattern() != null && !Patient.find(limits.pattern(), text)) {
            throw new NotAnAnswer("write this the way the question asks for");
        }
        return text;
    }

    private static BigDecimal number(Field field, Object plain) {
        Limits limits = field.limits();
        BigDecimal number;
        if (plain instanceof BigDecimal decimal) {
            number = decimal;
        } else if (limits.numberAsText() && plain instanceof String text && NUMBER.matcher(text.strip()).matches()) {
            number = new BigDecimal(text.strip());
        } else {
            throw new NotAnAnswer("enter a number");
        }
        number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new NotAnAnswer("enter a number of at most " + MOST_DIGITS + " digits");
        }
        if (limits.decimalDigits() != null && number.scale() > limits.decimalDigits()) {
            throw new NotAnAnswer(limits.decimalDigits() == 0
                    ? "enter a whole number"
                    : "enter a number with at most " + limits.decimalDigits() + " decimal places");
        }
        if (limits.min() != null && number.compareTo(limits.min()) < 0) {
            throw new NotAnAnswer("enter " + limits.min().toPlainString() + " or more");
        }
        if (limits.max() != null && number.compareTo(limits.max()) > 0) {
            throw new NotAnAnswer("enter " + limits.max().toPlainString() + " or less");
        }
        if (limits.increment() != null && limits.increment().signum() > 0 && number.remainder(limits.increment()).signum() != 0) {
            throw new NotAnAnswer("enter a multiple of " + limits.increment().toPlainString());
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static Boolean ticked(Field field, Object plain) {
        Boolean ticked = plain instanceof Boolean flag ? flag
                : "true".equals(plain) ? Boolean.TRUE
                : "false".equals(plain) ? Boolean.FALSE
                : null;
        if (ticked == null) {
            throw new NotAnAnswer("tick this or leave it");
        }
        if (field.required() && !ticked) {
            throw new NotAnAnswer(missing(field));
        }
        return ticked;
    }

    private static String oneOf(Field field, Object plain, List<Option> options) {
        if (plain instanceof String code && offered(code, options)) {
            return code;
        }
        throw new NotAnAnswer(choose(field, options));
    }

    private static List<String> manyOf(Field field, Object plain, List<Option> options) {
        Object list = plain instanceof String text && text.stripLeading().startsWith("[") ? SubmittedValue.json(text) : plain;
        if (!(list instanceof List<?> items)) {
            throw new NotAnAnswer(choose(field, options));
        }
        Set<String> codes = new LinkedHashSet<>();
        for (Object item : items) {
            if (!(item instanceof String code) || !offered(code, options)) {
                throw new NotAnAnswer(choose(field, options));
            }
            codes.add(code);
        }
        if (field.required() && codes.isEmpty()) {
            throw new NotAnAnswer(missing(field));
        }
        return List.copyOf(codes);
    }

    private static boolean offered(String code, List<Option> options) {
        return options == null || options.stream().anyMatch(option -> option.value().equals(code));
    }

    private static String choose(Field field, List<Option> options) {
        if (options == null || options.isEmpty()) {
            return "leave this empty, there is nothing to choose";
        }
        String start = field.kind() == Kind.MANY_OF ? "choose from" : "choose one of";
        return options.size() > LONGEST_LIST_IN_WORDS
                ? start + " the answers in the list"
                : start + ": " + options.stream().map(Option::label).collect(Collectors.joining(", "));
    }

    private static LocalDate date(Object plain) {
        WrittenDay written = WrittenDay.read(plain instanceof String text ? text : null);
        if (written.fault() != null) {
            throw new NotAnAnswer(written.fault());
        }
        return written.day();
    }

    private static String moment(Field field, Object plain) {
        if (plain instanceof String text && text.length() <= 40) {
            try {
                if (field.kind() == Kind.TIME) {
                    LocalTime.parse(text.substring(0, Math.min(5, text.length())));
                } else if (text.length() > 16) {
                    OffsetDateTime.parse(text);
                } else {
                    LocalDateTime.parse(text);
                }
                return text;
            } catch (DateTimeParseException none) {
                throw new NotAnAnswer(missing(field));
            }
        }
        throw new NotAnAnswer(missing(field));
    }
}
