package org.redress.letter;

/** Something waits only for the letters of a case to leave. Where they go out by themselves, they now do so at once. */
public record LettersAwaited(String caseReference) {}
