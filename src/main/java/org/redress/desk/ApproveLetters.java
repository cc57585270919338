package org.redress.desk;

import java.util.List;

/**
 * Whether the letters may be sent.
 *
 * @param lettersRead the letters that were drafted after the others and that the person has read
 * @param namesMayStay why names that were found may stay, or null
 */
public record ApproveLetters(String approved, List<String> lettersRead, String namesMayStay, String amendments) {}
