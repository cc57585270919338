package org.redress.engine.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.redress.kernel.London;
import org.redress.step.Option;

/** An answer as the person who gave it read it: the words of a choice and not its code. */
final class AnswerWords {

    /** A moment without an offset has minutes and nothing after them. */
    private static final int WITHOUT_OFFSET = 16;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

    private AnswerWords() {}

    /**
     * The answer in words, or null where the question was left empty.
     *
     * @param answer as {@link FieldCheck} read it
     * @param options the choices that were on offer
     */
    static String of(Field field, Object answer, List<Option> options) {
        if (answer == null || answer instanceof List<?> none && none.isEmpty()) {
            return null;
        }
        if (answer instanceof Boolean ticked) {
            return ticked ? "Yes" : "No";
        }
        if (answer instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (answer instanceof LocalDate day) {
            return London.words(day);
        }
        if (answer instanceof List<?> codes) {
            return codes.stream().map(code -> label((String) code, options)).collect(Collectors.joining("; "));
        }
        String text = (String) answer;
        return switch (field.kind()) {
            case ONE_OF -> label(text, options);
            case DATE_TIME -> moment(text);
            default -> text;
        };
    }

    private static String label(String code, List<Option> options) {
        return options.stream()
                .filter(option -> option.value().equals(code))
                .map(Option::label)
                .filter(label -> !label.isBlank())
                .findFirst()
                .orElse(code);
    }

    private static String moment(String text) {
        return text.length() > WITHOUT_OFFSET
                ? MOMENT.format(London.wallOf(OffsetDateTime.parse(text).toInstant()))
                : MOMENT.format(LocalDateTime.parse(text));
    }
}
