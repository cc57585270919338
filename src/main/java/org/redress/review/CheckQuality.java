package org.redress.review;

/** Whether the decision is sound, in the eyes of someone who did not make it. */
public record CheckQuality(String sound, String checkNote) {}
