package org.redress.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

@Entity
@Table(name = "bank_holiday")
class BankHolidayRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bank_holiday_seq")
    private Long id;
    @Enumerated(EnumType.STRING)
    private Division division;
    @Column(name = "holiday")
    private LocalDate day;
    private String title;
    private String source;
    private boolean verified;
    private Instant publishedAt;
    private boolean fromFeed;
    private Instant addedAt;
    private String addedBy;
    private String reason;
    private Instant withdrawnAt;
    private String withdrawnBy;
    private String withdrawnReason;
    private boolean withdrawnByFeed;

    protected BankHolidayRow() {
    }

    BankHolidayRow(BankHoliday holiday, boolean fromFeed) {
        this.division = holiday.division();
        this.day = holiday.day();
        this.title = holiday.title();
        this.source = holiday.source();
        this.verified = holiday.verified();
        this.publishedAt = holiday.publishedAt();
        this.fromFeed = fromFeed;
        this.addedAt = holiday.addedAt();
        this.addedBy = holiday.addedBy();
        this.reason = holiday.reason();
    }

    void withdraw(Instant at, String by, String why, boolean feed) {
        this.withdrawnByFeed = feed;
        this.withdrawnAt = at;
        this.withdrawnBy = by;
        this.withdrawnReason = why;
    }

    boolean fromFeed() {
        return fromFeed;
    }

    boolean withdrawnByPerson() {
        return withdrawnAt != null && !withdrawnByFeed;
    }

    BankHoliday seen() {
        return new BankHoliday(day, title, division, source, verified, publishedAt, addedAt, addedBy, reason,
                withdrawnAt, withdrawnBy, withdrawnReason);
    }
}
