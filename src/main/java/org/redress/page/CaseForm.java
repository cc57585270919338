package org.redress.page;

import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseReference;
import org.redress.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What the pages have in common on which somebody adds something to a case or changes it. */
final class CaseForm {

    private CaseForm() {}

    /** The page, to be filled in or put right: 422 where something is wrong with what was sent. */
    static ModelAndView page(String view, CaseFile file, List<Fault> faults) {
        ModelAndView page = new ModelAndView(view, faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("file", file);
        page.addObject("faults", faults);
        return page;
    }

    /** A page that asks for one text. */
    static ModelAndView page(String view, CaseFile file, String typed, List<Fault> faults) {
        return page(view, file, faults).addObject("typed", typed);
    }

    /**
     * Back to the case.
     *
     * @param place where on its page, as {@code #notes}, or what follows in its address; empty for its beginning
     */
    static ModelAndView back(CaseFile file, String place) {
        return new ModelAndView("redirect:/cases/" + CaseReference.inAddress(file.reference()) + place);
    }
}
