package org.redress.review;

/** The acknowledgement (N1) may go to the applicant. */
public record AcknowledgeApplication(
        Boolean letterChecked, String adjustmentsAgreed) {}
