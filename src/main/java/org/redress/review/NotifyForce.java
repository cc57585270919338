package org.redress.review;

/** The notices of the application (N5) and the request for papers (N6) may go. */
public record NotifyForce(Boolean letterChecked) {}
