package org.redress.clock;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.Immutable;

/** One entry of the ledger. Once recorded it never changes; a mistake is mended by a later fact. */
@Entity
@Immutable
class ClockFact {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "clock_fact_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_clock")
    private CaseClock clock;
    private int number;
    @Enumerated(EnumType.STRING)
    private FactKind kind;
    private LocalDate onDay;
    private LocalDate untilDay;
    private Integer addedCount;
    private Integer setsAside;
    private boolean fromApplication;
    private String what;
    private String ground;
    private Instant recordedAt;
    private String recordedBy;
    @Embedded
    private Reading reading;

    protected ClockFact() {
    }

    ClockFact(CaseClock clock, int number, NewFact fact, Instant recordedAt, String recordedBy) {
        this.clock = clock;
        this.number = number;
        this.kind = fact.kind();
        this.onDay = fact.on();
        this.untilDay = fact.until();
        this.addedCount = fact.addedCount();
        this.setsAside = fact.setsAside();
        this.fromApplication = fact.fromApplication();
        this.what = fact.what();
        this.ground = fact.ground();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /** Keeps what the clock says with this fact; only before the fact is first saved. */
    void keep(Reading reading) {
        this.reading = reading;
    }

    int number() {
        return number;
    }

    FactKind kind() {
        return kind;
    }

    LocalDate on() {
        return onDay;
    }

    LocalDate until() {
        return untilDay;
    }

    Integer addedCount() {
        return addedCount;
    }

    Integer setsAside() {
        return setsAside;
    }

    boolean fromApplication() {
        return fromApplication;
    }

    String what() {
        return what;
    }

    String ground() {
        return ground;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    Reading reading() {
        return reading;
    }

    /** Whether this says the same as a fact that is about to be recorded. */
    boolean says(NewFact other) {
        return kind == other.kind() && onDay.equals(other.on()) && Objects.equals(untilDay, other.until())
                && what.equals(other.what());
    }
}
