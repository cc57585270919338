package org.redress.review;

/** The letters have been put right. */
public record AmendLetters(String additionalText, Boolean amended) {}
