package org.redress.review;

import org.redress.casefile.CasePath;

/** Where the application goes, as a person decides it on the tables' proposal. */
public record DecideValidity(CasePath path, String departureReason) {}
