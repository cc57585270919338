package org.redress.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

@Entity
@Table(name = "conflict_of_interest")
class ConflictEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String caseReference;
    private String account;

    @Enumerated(EnumType.STRING)
    private ConflictKind kind;

    private String reason;
    private String barredBy;

    private Instant barredAt;

    private String liftedBy;
    private Instant liftedAt;
    private String liftReason;

    protected ConflictEntity() {}

    ConflictEntity(
            String caseReference, String account, ConflictKind kind, String reason, String by, Instant at) {
        this.caseReference = caseReference;
        this.account = account;
        this.kind = kind;
        this.reason = reason;
        this.barredBy = by;
        this.barredAt = at;
    }

    String reason() {
        return reason;
    }

    void lift(String why, String by, Instant at) {
        liftReason = why;
        liftedBy = by;
        liftedAt = at;
    }

    Bar toBar() {
        return new Bar(account, kind, reason, barredBy, barredAt);
    }

    SetAside toSetAside() {
        return new SetAside(account, kind, reason, liftedBy, liftedAt, liftReason);
    }
}
