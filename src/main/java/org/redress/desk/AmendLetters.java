package org.redress.desk;

import java.util.List;

/**
 * A letter has been put right.
 *
 * @param letter the number of the letter that is amended; null where there is only one, or none is
 * @param additionalText the paragraph of that letter
 * @param allegationsAbout the allegations that concern the reader of that letter, an N10; empty where that stays as it is
 */
public record AmendLetters(String letter, String additionalText, List<String> allegationsAbout, Boolean amended) {}
