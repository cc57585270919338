package org.redress.people;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

@Entity
@Table(name = "allocation")
class AllocationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String caseReference;
    private String account;
    private String allocatedBy;

    private Instant allocatedAt;

    private Instant releasedAt;

    protected AllocationEntity() {}

    AllocationEntity(String caseReference, String account, String by, Instant at) {
        this.caseReference = caseReference;
        this.account = account;
        this.allocatedBy = by;
        this.allocatedAt = at;
    }

    String caseReference() {
        return caseReference;
    }

    String account() {
        return account;
    }

    void release(Instant at) {
        releasedAt = at;
    }

    Held toHeld() {
        return new Held(account, allocatedAt, allocatedBy, releasedAt);
    }
}
