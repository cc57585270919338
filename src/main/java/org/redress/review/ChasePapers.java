package org.redress.review;

import java.time.LocalDate;

/** How the papers were chased, and when to look again. */
public record ChasePapers(String chasedHow, String chaseNote, LocalDate nextChaseOn) {}
