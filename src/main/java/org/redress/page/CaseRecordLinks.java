package org.redress.page;

import org.redress.casefile.CaseReference;
import org.redress.retention.LegalHolds;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Whether a case is under a legal hold, for the case page. */
@ControllerAdvice(assignableTypes = CasePage.class)
class CaseRecordLinks {

    private final LegalHolds holds;

    CaseRecordLinks(LegalHolds holds) {
        this.holds = holds;
    }

    @ModelAttribute
    void add(@PathVariable(required = false) String reference, Model model) {
        CaseReference.read(reference).flatMap(holds::standing).ifPresent(hold -> model.addAttribute("hold", hold));
    }
}
