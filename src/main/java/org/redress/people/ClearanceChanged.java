package org.redress.people;

/** Told in the same transaction when what is known about clearances has changed, for one person or for all. */
public record ClearanceChanged() {}
