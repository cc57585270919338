package org.redress.letter;

/** A letter is out. Published in the transaction that records it. */
public record LetterSent(String caseReference, long letterId, LetterKind kind) {}
