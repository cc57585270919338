package org.redress.step;

/** What needs attention about a case has changed; published in the transaction that changed it. */
public record AttentionChanged(String caseReference) {}
