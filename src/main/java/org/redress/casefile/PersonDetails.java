package org.redress.casefile;

import java.util.List;

/**
 * A person as they gave themselves.
 *
 * @param fullName any characters, never blank
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
        if (fullName == null || fullName.isBlank()) {
            throw new IllegalArgumentException("A person on the case needs a full name");
        }
        postalAddress = postalAddress == null
                ? List.of()
                : postalAddress.stream().filter(line -> line != null && !line.isBlank()).toList();
    }
}
