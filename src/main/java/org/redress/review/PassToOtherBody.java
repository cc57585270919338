package org.redress.review;

import java.time.LocalDate;

/** The application has been passed to another local policing body. */
public record PassToOtherBody(String otherBody, LocalDate passedOn, Boolean letterChecked) {}
