package org.redress.clock;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One clock of one case: its facts, and what they say now. */
@Entity
class CaseClock {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_clock_seq")
    private Long id;
    private String caseReference;
    private ClockName clock;
    /** Which of several of its kind in the case the clock is for, counted from 1; 0 where it is for the case itself. */
    private int subject;
    @Embedded
    private Reading reading;
    /** Changes with every fact, so that two people who record one at once cannot both succeed. */
    private int factCount;
    @Version
    private int version;
    @OneToMany(mappedBy = "clock", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<ClockFact> facts = new ArrayList<>();

    protected CaseClock() {
    }

    CaseClock(ClockAddress address) {
        this.caseReference = address.caseReference();
        this.clock = address.clock();
        this.subject = address.subject();
        this.reading = new Reading(ClockState.NOT_STARTED, null, null, null, null, "This clock has not started.");
    }

    /** Records facts that belong together and keeps with each what the clock says once all are known. */
    void record(List<NewFact> newFacts, Instant at, String by, Function<List<ClockFact>, Reading> read) {
        List<ClockFact> added = new ArrayList<>();
        for (NewFact fact : newFacts) {
            added.add(new ClockFact(this, ++factCount, fact, at, by));
        }
        List<ClockFact> known = new ArrayList<>(facts);
        known.addAll(added);
        reading = read.apply(known);
        added.forEach(fact -> fact.keep(reading));
        facts.addAll(added);
    }

    boolean isNew() {
        return id == null;
    }

    ClockAddress address() {
        return new ClockAddress(caseReference, clock, subject);
    }

    String caseReference() {
        return caseReference;
    }

    ClockName clock() {
        return clock;
    }

    int subject() {
        return subject;
    }

    Reading reading() {
        return reading;
    }

    List<ClockFact> facts() {
        return facts;
    }
}
