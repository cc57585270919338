package org.redress.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** One thing complained of. Where the force recorded the allegations otherwise, its list replaces the applicant's; both stay. */
@Entity
public class Allegation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseReference;
    private int number;
    private String text;
    private String forceOutcome;
    private String source;
    private boolean replaced;

    protected Allegation() {}

    Allegation(String caseReference, int number, String text, String forceOutcome, String source) {
        this.caseReference = caseReference;
        this.number = number;
        this.text = text;
        this.forceOutcome = forceOutcome;
        this.source = source;
    }

    public int number() {
        return number;
    }

    public String text() {
        return text;
    }

    /** What the force decided on it, in the force's words, or null. */
    public String forceOutcome() {
        return forceOutcome;
    }

    /** Who listed it: {@code APPLICANT}, {@code FORCE} or {@code CASEWORKER}. */
    public String source() {
        return source;
    }

    void replace() {
        replaced = true;
    }
}
