package org.redress.page;

import org.redress.casefile.CaseReference;
import org.redress.people.CurrentPerson;
import org.redress.people.Groups;
import org.redress.retention.LegalHolds;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What the case page says about the record and about keeping, beside its own. */
@ControllerAdvice(assignableTypes = CasePage.class)
class CaseRecordLinks {

    private final LegalHolds holds;
    private final CurrentPerson person;

    CaseRecordLinks(LegalHolds holds, CurrentPerson person) {
        this.holds = holds;
        this.person = person;
    }

    @ModelAttribute
    void add(@PathVariable(required = false) String reference, Model model) {
        CaseReference.read(reference).flatMap(holds::standing).ifPresent(hold -> model.addAttribute("hold", hold));
        model.addAttribute("manager", person.isIn(Groups.REVIEWS_MANAGERS));
    }
}
