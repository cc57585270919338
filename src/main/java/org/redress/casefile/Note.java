package org.redress.casefile;

import java.time.Instant;

/** A note that a member of staff wrote on the case. */
public record Note(long id, String text, String writtenBy, Instant writtenAt) {}
