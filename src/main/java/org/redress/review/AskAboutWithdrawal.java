package org.redress.review;

/** The letter that asks whether a notice means a withdrawal was read and may go. */
public record AskAboutWithdrawal(Boolean letterChecked) {}
