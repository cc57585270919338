package org.redress.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseNotFound;
import org.redress.casefile.Document;
import org.redress.casefile.Documents;
import org.redress.casefile.PaperDescription;
import org.redress.casefile.PaperDescriptions;
import org.redress.casefile.PaperKind;
import org.redress.casefile.PaperReader;
import org.redress.draft.ChangedMeanwhile;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a paper is, whether it was considered, and in whose letters it may be named. */
@Controller
class PaperPages {

    private static final int LONGEST_DESCRIPTION = 300;

    private final VisibleCases visible;
    private final Documents documents;
    private final PaperDescriptions descriptions;
    private final TwoAtOnce twoAtOnce;
    private final CurrentPerson person;

    PaperPages(
            VisibleCases visible,
            Documents documents,
            PaperDescriptions descriptions,
            TwoAtOnce twoAtOnce,
            CurrentPerson person) {
        this.visible = visible;
        this.documents = documents;
        this.descriptions = descriptions;
        this.twoAtOnce = twoAtOnce;
        this.person = person;
    }

    @GetMapping("/cases/{reference}/documents/{id}/about")
    ModelAndView ask(@PathVariable String reference, @PathVariable long id) {
        CaseFile file = visible.get(reference, "document " + id);
        PaperDescription standing = standing(file, id);
        return page(file, id, Answers.of(standing), standing, List.of());
    }

    @PostMapping("/cases/{reference}/documents/{id}/about")
    ModelAndView describe(
            @PathVariable String reference,
            @PathVariable long id,
            Answers answers,
            @RequestParam(name = TwoAtOnce.FORM, required = false) String form,
            @RequestParam(name = TwoAtOnce.SEEN, defaultValue = "") String seen,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference, "document " + id);
        String name = document(file, id).name();
        List<Fault> faults = faults(answers, name);
        if (!faults.isEmpty()) {
            return page(file, id, answers, standing(file, id), faults);
        }
        try {
            twoAtOnce.change(
                    form,
                    "document " + id,
                    seen,
                    () -> mark(standing(file, id)),
                    () -> descriptions.describe(file.reference(), answers.about(id), person.account()));
        } catch (ChangedMeanwhile second) {
            return TwoAtOnce.second(
                    page(file, id, answers, standing(file, id), TwoAtOnce.notSaved()),
                    twoAtOnce.whoWasFirst(file.reference(), "DESCRIBED_DOCUMENT"));
        }
        afterwards.addFlashAttribute("done", "What " + name + " is, is on the file.");
        return CaseForm.back(file, "#documents");
    }

    private static List<Fault> faults(Answers answers, String fileName) {
        List<Fault> faults = new ArrayList<>();
        if (answers.kindOf() == null) {
            faults.add(new Fault("kind", "Select what the paper is"));
        }
        boolean named = !answers.readers().isEmpty();
        if (named && answers.kindOf() != null && !answers.kindOf().mayBeNamed()) {
            faults.add(new Fault("named-to", "Take the ticks away: privileged papers and papers of somebody else are named in no letter"));
        }
        if (named && !answers.considered().equals("YES")) {
            faults.add(new Fault("considered", "Select Yes, or take the ticks away: letters name what was considered and nothing else"));
        }
        if (named && answers.description().isEmpty()) {
            faults.add(new Fault("description", "Enter what the paper is: letters have these words and never the name of the file"));
        }
        if (answers.description().length() > LONGEST_DESCRIPTION) {
            faults.add(new Fault("description", "Enter at most " + LONGEST_DESCRIPTION + " characters"));
        }
        if (!answers.description().isEmpty() && answers.description().equalsIgnoreCase(fileName.strip())) {
            faults.add(new Fault("description", "Enter words of your own: this is the name of the file"));
        }
        if (Typed.cannotBeKept(answers.description())) {
            faults.add(new Fault("description", "Type it again: it holds a character that cannot be kept"));
        }
        return faults;
    }

    private Document document(CaseFile file, long id) {
        return documents.find(file.reference(), id).orElseThrow(() -> new CaseNotFound(file.reference()));
    }

    private PaperDescription standing(CaseFile file, long id) {
        return descriptions.find(file.reference(), id).orElseThrow(() -> new CaseNotFound(file.reference()));
    }

    private static String mark(PaperDescription paper) {
        return Integer.toHexString((paper.kind() + "|" + paper.description() + "|" + paper.considered() + "|"
                        + paper.namedToWords()).hashCode());
    }

    private ModelAndView page(CaseFile file, long id, Answers answers, PaperDescription standing, List<Fault> faults) {
        return CaseForm.page("page/paper", file, faults)
                .addObject("document", document(file, id))
                .addObject("answers", answers)
                .addObject("kinds", PaperKind.values())
                .addObject("readers", PaperReader.values())
                .addObject("mark", mark(standing));
    }

    /** The form as it was filled in. */
    public record Answers(String kind, String description, String considered, List<String> namedTo) {

        public Answers {
            kind = Typed.text(kind);
            description = Typed.text(description).replace('\n', ' ');
            considered = Typed.text(considered);
            namedTo = namedTo == null ? List.of() : List.copyOf(namedTo);
        }

        static Answers of(PaperDescription paper) {
            return new Answers(
                    paper.kind() == null ? "" : paper.kind().name(),
                    paper.description(),
                    paper.considered() ? "YES" : "NO",
                    paper.namedTo().stream().map(Enum::name).toList());
        }

        PaperKind kindOf() {
            return Arrays.stream(PaperKind.values()).filter(one -> one.name().equals(kind)).findFirst().orElse(null);
        }

        Set<PaperReader> readers() {
            Set<PaperReader> readers = EnumSet.noneOf(PaperReader.class);
            Arrays.stream(PaperReader.values()).filter(one -> namedTo.contains(one.name())).forEach(readers::add);
            return readers;
        }

        PaperDescription about(long document) {
            return new PaperDescription(
                    document, kindOf(), Typed.orNull(description), considered.equals("YES"), readers());
        }
    }
}
