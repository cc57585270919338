package org.redress.people;

/** Told in the same transaction when somebody may be cleared no longer: something was recorded, or time has passed. */
public record ClearanceChanged() {}
