package org.redress.desk;

/** The last entries before the file is closed. */
public record CloseCase(Boolean centurionUpdated, String closingNote) {}
