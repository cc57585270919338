package org.redress.review;

/** Risk and complexity of a case (S8). */
public record TriageCase(
        Boolean deathOrSeriousInjury,
        Boolean article2Or3Raised,
        Boolean discriminationAlleged,
        Boolean vulnerableComplainant,
        Boolean mediaInterest,
        Boolean litigationThreatened,
        Boolean unreasonableConduct,
        Boolean repeatContact) {}
