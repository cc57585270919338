package org.redress.review;

import java.time.LocalDate;

/** The papers are complete. */
public record ObtainPapers(
        Boolean papersComplete, LocalDate papersReceivedOn, Integer pagesOfPapers, String furtherAllegations) {}
