package org.redress.desk;

import java.time.LocalDate;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePath;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.people.Allocation;
import org.redress.retention.RetentionRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a case: open questions are dropped, clocks end, the caseworker is free again, and the file gets the day until which it is kept. */
@Service
class FileClosing {

    private final CaseFiles cases;
    private final Clocks clocks;
    private final Allocation allocation;
    private final RetentionRules retention;
    private final ApplicationEventPublisher events;
    private final ProgressUpdates progressUpdates;
    private final Attention attention;
    private final Now now;

    FileClosing(
            CaseFiles cases,
            Clocks clocks,
            Allocation allocation,
            RetentionRules retention,
            ApplicationEventPublisher events,
            ProgressUpdates progressUpdates,
            Attention attention,
            Now now) {
        this.cases = cases;
        this.clocks = clocks;
        this.allocation = allocation;
        this.retention = retention;
        this.events = events;
        this.progressUpdates = progressUpdates;
        this.attention = attention;
        this.now = now;
    }

    /** @param path how the case ended, a path that the kind of the case declares as an end */
    @Transactional
    void close(String caseReference, String path) {
        CasePath end = new CasePath(path);
        LocalDate today = now.today();
        // first the day until which the file is kept: what the engine keeps of the procedures that end here goes by it
        cases.close(caseReference, end, retention.keepUntil(caseReference, end, today), "redress");
        endOpenQuestions(caseReference);
        attention.close(caseReference);
        clocks.cancelOpen(caseReference, today, "The case was closed", "redress");
        allocation.release(caseReference);
    }

    /** What the case asks of its people is over, also where it waits only for its letters. */
    @Transactional
    void endOpenQuestions(String caseReference) {
        events.publishEvent(new CaseEnding(caseReference));
        progressUpdates.over(caseReference, "The case was closed", "redress");
    }
}
