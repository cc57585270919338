package org.redress.page;

import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CasePermissions;
import org.redress.casefile.CaseState;
import org.redress.casefile.Party;
import org.redress.casefile.SectionAsked;
import org.redress.kind.Kinds;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The file of one case on one page: a frame for what modules bring as {@link org.redress.casefile.CaseSection}. */
@Controller
class CasePage {

    private final VisibleCases visible;
    private final CaseFiles cases;
    private final CasePermissions permissions;
    private final CaseSections sections;
    private final Kinds kinds;

    CasePage(VisibleCases visible, CaseFiles cases, CasePermissions permissions, CaseSections sections, Kinds kinds) {
        this.visible = visible;
        this.cases = cases;
        this.permissions = permissions;
        this.sections = sections;
        this.kinds = kinds;
    }

    @GetMapping("/cases/{reference}")
    @Transactional(readOnly = true)
    public String show(@PathVariable String reference, @RequestParam Map<String, String> asked, Model model) {
        CaseFile file = visible.get(reference);
        model.addAttribute("file", file);
        model.addAttribute("open", file.state() != CaseState.CLOSED);
        model.addAttribute("may", permissions.of(file));
        Optional<Party> head = cases.head(file.reference());
        model.addAttribute("applicant", head.orElse(null));
        model.addAttribute("heading", head.map(Party::fullName).orElseGet(() -> kinds.of(file.kind()).name()));
        CaseSections.Brought brought = sections.of(file, new SectionAsked(asked), model.asMap().keySet());
        model.addAttribute("brought", brought.templates());
        model.addAllAttributes(brought.content());
        return "page/case";
    }
}
