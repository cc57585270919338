package org.redress.review;

/** Whether the letters may go. */
public record ApproveLetters(String approved, String amendments) {}
