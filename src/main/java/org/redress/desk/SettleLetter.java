package org.redress.desk;

import java.time.LocalDate;

/**
 * What became of a letter that did not leave, or may not have.
 *
 * @param settlement a code of {@link Settlement}
 * @param howKnown how it is known that it did arrive
 * @param leftOn the day on which it did leave, or was posted
 * @param newEmail where it goes from now on; null where by post
 * @param newAddress where it goes from now on, line by line; null where by e-mail, or as the file has it
 * @param reason why the addressee cannot be reached
 */
public record SettleLetter(
        String settlement, String howKnown, LocalDate leftOn, String newEmail, String newAddress, String reason) {}
