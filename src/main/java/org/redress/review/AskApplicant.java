package org.redress.review;

/** The request (N2) may go to the applicant. */
public record AskApplicant(Boolean letterChecked) {}
