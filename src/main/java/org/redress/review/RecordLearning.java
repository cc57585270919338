package org.redress.review;

/** What is to be learned, and handling faults that did not change the outcome. */
public record RecordLearning(String learning, String oversightPoints, Boolean toGovernanceMeeting) {}
