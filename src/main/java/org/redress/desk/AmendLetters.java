package org.redress.desk;

/** The letters have been put right. */
public record AmendLetters(String additionalText, Boolean amended) {}
