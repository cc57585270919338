package org.redress.casefile;

import java.util.List;
import org.redress.kernel.Names;
import org.redress.kernel.WrittenText;

/**
 * A person as they gave themselves.
 *
 * @param fullName a name as {@link Names} wants it
 * @param postalAddress lines, possibly none
 * @param preferredContact null where they did not say
 */
public record PersonDetails(
        String fullName,
        String email,
        String phone,
        List<String> postalAddress,
        PreferredContact preferredContact,
        String adjustments) {

    public PersonDetails {
        Names.fault(fullName).ifPresent(fault -> {
            throw new IllegalArgumentException("A person on the case needs a full name. " + fault);
        });
        postalAddress = postalAddress == null
                ? List.of()
                : postalAddress.stream().filter(line -> !WrittenText.nothingVisible(line)).toList();
    }
}
