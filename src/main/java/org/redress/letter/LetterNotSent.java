package org.redress.letter;

/**
 * A letter did not go out, or perhaps did, and a person must look.
 *
 * @param delivery one that {@linkplain Delivery#isOwed() is owed}
 * @param problem the cause and what to do, in words, without personal data
 */
public record LetterNotSent(
        String caseReference, long letterId, LetterKind kind, Delivery delivery, String problem) {}
