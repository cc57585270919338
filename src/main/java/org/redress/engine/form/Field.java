package org.redress.engine.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.redress.step.Option;

/**
 * One question of a form, as the deployed {@code .form} file has it.
 *
 * @param key the name under which the answer is handed in
 * @param label the words of the question
 * @param kind what sort of answer it takes
 * @param required whether it must be answered
 * @param limits what the answer must keep to
 * @param choices the answers on offer, for kinds that offer some
 * @param hiddenWhen FEEL conditions, one of which being true hides the field: its own and those of the groups around it
 * @param dayKind what it is the day of, as {@link org.redress.step.DayRules} know it; null where the form does not say
 * @param readonlyWhen {@code true}, a FEEL condition starting with {@code =}, or null where the field can always be answered
 */
record Field(
        String key,
        String label,
        Kind kind,
        boolean required,
        Limits limits,
        Choices choices,
        List<String> hiddenWhen,
        String dayKind,
        String readonlyWhen) {

    /** What sort of answer a field takes. */
    enum Kind {
        TEXT, NUMBER, CHECKBOX, ONE_OF, MANY_OF, DATE, TIME, DATE_TIME;

        boolean offersChoices() {
            return this == ONE_OF || this == MANY_OF;
        }
    }

    /** What an answer must keep to; null where the form sets no limit. */
    record Limits(
            BigDecimal min,
            BigDecimal max,
            Integer minLength,
            Integer maxLength,
            Pattern pattern,
            Integer decimalDigits,
            BigDecimal increment,
            boolean numberAsText) {}

    /**
     * The answers on offer.
     *
     * @param fixed those written in the form
     * @param shownUnder the name under which {@code Step.show} gives them, or null where they are written in the form
     */
    record Choices(List<Option> fixed, String shownUnder) {

        static final Choices NONE = new Choices(List.of(), null);
    }

    Field {
        hiddenWhen = List.copyOf(hiddenWhen);
    }

    /** The same field without the need to answer it. */
    Field asOptional() {
        return new Field(key, label, kind, false, limits, choices, hiddenWhen, dayKind, readonlyWhen);
    }
}
