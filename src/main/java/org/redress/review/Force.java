package org.redress.review;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The force whose complaints this body reviews, and where its professional standards receive letters. From
 * {@code redress.force.*}.
 *
 * @param code how applications name it, for example {@code MPS}
 */
@ConfigurationProperties("redress.force")
public record Force(
        @DefaultValue("MPS") String code,
        @DefaultValue("Metropolitan Police Service") String name,
        @DefaultValue("Directorate of Professional Standards, Metropolitan Police Service") String addressee,
        @DefaultValue("reviews.dps@example.org") String email,
        @DefaultValue({"Empress State Building", "London ZZ99 1PS"}) List<String> postalAddress) {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]");

    /** Whether an application's word for a force means this one. */
    public boolean isMeantBy(String said) {
        if (said == null) {
            return false;
        }
        String letters = NOT_LETTERS.matcher(said.toLowerCase(java.util.Locale.ROOT)).replaceAll("");
        return letters.equals(code.toLowerCase(java.util.Locale.ROOT))
                || letters.contains("metropolitanpolice")
                || letters.equals("met")
                || letters.equals("themet");
    }
}
