package org.redress.review;

import java.util.ArrayList;
import java.util.List;
import org.redress.kernel.Words;
import org.redress.step.Faults;
import org.springframework.stereotype.Component;

/** What a person reads about a notice of withdrawal before acting on it. */
@Component
class WithdrawalWords {

    /** Whom a referred complaint concerns besides (8.5). */
    static final String REFERRED = "The complaint was referred to the IOPC. The force must tell the IOPC of the withdrawal, and the IOPC"
            + " decides whether the public interest calls for going on with the matter (reg 38(3) and (5)).";

    private final Facts facts;

    WithdrawalWords(Facts facts) {
        this.facts = facts;
    }

    /** The notice in plain words, and what the law makes of it. */
    String of(String caseReference, NoticeOnFile filed) {
        WithdrawalNotice notice = filed.notice();
        List<String> lines = new ArrayList<>();
        lines.add("Received on " + Words.day(notice.receivedOn()) + " by "
                + (notice.receivedBy() == WithdrawalNotice.ReceivedBy.FORCE ? "the force" : "us"));
        lines.add("It withdraws the " + (notice.scope() == WithdrawalNotice.Scope.COMPLAINT ? "complaint" : "review"));
        lines.add(notice.signed() ? "It is signed" : "It is not signed, so it ends nothing by itself (reg 38(1), reg 39)");
        if (notice.forForce()) {
            lines.add("Only a signed notice that the force has received withdraws a complaint (reg 38(1))");
        }
        if (notice.scope() == WithdrawalNotice.Scope.COMPLAINT && !notice.signed()) {
            lines.add("The force too must write and ask under reg 39, details not confirmed: check before relying on this");
        }
        if (notice.scope() == WithdrawalNotice.Scope.COMPLAINT) {
            lines.add(
                    facts.current(caseReference).wasReferred()
                            ? REFERRED
                            : "The force decides whether the public interest calls for going on (reg 38(6), not confirmed)");
        }
        if (!Faults.blank(notice.text())) {
            lines.add("It says: " + notice.text().strip().replaceAll("\\s+", " "));
        }
        return Words.lines(lines);
    }
}
