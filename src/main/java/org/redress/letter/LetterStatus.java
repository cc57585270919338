package org.redress.letter;

/** How far a letter has come. */
public enum LetterStatus { DRAFT, APPROVED, SENT, SUPERSEDED, WITHDRAWN }
