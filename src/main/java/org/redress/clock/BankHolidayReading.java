package org.redress.clock;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** That a list was read, and what came of it. */
@Entity
@Immutable
@Table(name = "bank_holiday_reading")
class BankHolidayReading {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bank_holiday_reading_seq")
    private Long id;
    private Instant readAt;
    private String readBy;
    private String source;
    private String reason;
    private boolean taken;
    private String words;

    protected BankHolidayReading() {
    }

    BankHolidayReading(ListReading reading) {
        this.readAt = reading.at();
        this.readBy = reading.by();
        this.source = reading.source();
        this.reason = reading.reason();
        this.taken = reading.taken();
        this.words = reading.words();
    }

    ListReading seen() {
        return new ListReading(readAt, readBy, source, reason, taken, words);
    }
}
