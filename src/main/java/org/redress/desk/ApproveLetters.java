package org.redress.desk;

/** Whether the letters may go. */
public record ApproveLetters(String approved, String amendments) {}
