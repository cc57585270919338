package org.redress.review;

import java.time.LocalDate;

/** When and how the force was given a notice that only counts with the force. */
public record PassWithdrawalToForce(LocalDate passedOn, String howPassed) {}
