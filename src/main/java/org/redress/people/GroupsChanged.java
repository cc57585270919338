package org.redress.people;

/** Told in the same transaction when an account joins or leaves a group. */
public record GroupsChanged(String account) {}
