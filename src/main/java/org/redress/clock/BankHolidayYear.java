package org.redress.clock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;

@Entity
@IdClass(BankHolidayYear.Key.class)
class BankHolidayYear {

    record Key(Division division, Integer year) implements Serializable {
    }

    @Id
    @Enumerated(EnumType.STRING)
    private Division division;
    @Id
    private Integer year;
    private String source;
    private String reason;
    private Instant addedAt;
    private String addedBy;

    protected BankHolidayYear() {
    }

    BankHolidayYear(Division division, int year, String source, String reason, Instant addedAt, String addedBy) {
        this.division = division;
        this.year = year;
        this.source = source;
        this.reason = reason;
        this.addedAt = addedAt;
        this.addedBy = addedBy;
    }

    Division division() {
        return division;
    }

    int year() {
        return year;
    }

    CompleteYear seen() {
        return new CompleteYear(division, year, source, reason, addedAt, addedBy);
    }
}
