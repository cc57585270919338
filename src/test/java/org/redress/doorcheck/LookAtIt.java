package org.redress.doorcheck;

/** What the one step of the test procedure asks. */
public record LookAtIt(Boolean seen) {}
