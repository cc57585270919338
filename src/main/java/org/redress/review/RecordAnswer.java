package org.redress.review;

import java.time.LocalDate;

/** What the applicant answered. */
public record RecordAnswer(
        LocalDate receivedOn, String answerText, String lateReasons, Boolean consentHeld) {}
