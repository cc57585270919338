package org.redress.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseNotFound;
import org.redress.casefile.CaseReference;
import org.redress.kernel.Fault;
import org.redress.letter.AdditionTooLong;
import org.redress.letter.LetterChangedMeanwhile;
import org.redress.letter.LetterNotDraft;
import org.redress.letter.LetterUnknown;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.people.CurrentPerson;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters of a case: read, add a paragraph while it is a draft, take the PDF. */
@Controller
class LetterPages {

    /** The preview is shown in a frame of our own page and may do nothing there. */
    private static final String PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    /** On paper the margins are the page's; on screen the letter would stick to the edge. */
    private static final String MARGINS = "<style>@media screen{body{margin:24px}}</style>";

    private final VisibleCases visible;
    private final Letters letters;
    private final CurrentPerson person;

    LetterPages(VisibleCases visible, Letters letters, CurrentPerson person) {
        this.visible = visible;
        this.letters = letters;
        this.person = person;
    }

    @GetMapping("/cases/{reference}/letters/{id}")
    ModelAndView show(@PathVariable String reference, @PathVariable long id) {
        CaseFile file = visible.get(reference, letter(id));
        LetterView letter = letterOf(file, id);
        return page(file, letter, letter.additionalText(), List.of(), HttpStatus.OK);
    }

    @GetMapping("/cases/{reference}/letters/{id}/preview")
    ResponseEntity<String> preview(@PathVariable String reference, @PathVariable long id) {
        letterOf(visible.get(reference, letter(id)), id);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", PREVIEW_POLICY)
                .body(letters.html(id).replaceFirst("</head>", MARGINS + "</head>"));
    }

    @GetMapping("/cases/{reference}/letters/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String reference, @PathVariable long id) {
        CaseFile file = visible.get(reference, letter(id));
        LetterView letter = letterOf(file, id);
        String name = CaseReference.inAddress(file.reference()) + "-" + letter.kind().code() + "-" + id + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .body(letters.pdf(id));
    }

    /** Of two who change a letter at once the second keeps their text on screen and hears who was first. */
    @PostMapping("/cases/{reference}/letters/{id}")
    ModelAndView edit(
            @PathVariable String reference,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String additionalText,
            @RequestParam long version,
            RedirectAttributes afterwards) {
        CaseFile file = visible.get(reference);
        LetterView before = letterOf(file, id);
        String typed = Typed.text(additionalText);
        if (Typed.cannotBeKept(typed)) {
            return page(file, before, typed, List.of(new Fault("additional-text",
                    "Type the text again: it holds a character that cannot be kept")), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            letters.editAdditionalText(id, typed, person.account(), version);
        } catch (AdditionTooLong tooLong) {
            return page(file, before, typed, List.of(new Fault("additional-text", tooLong.getMessage())),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (LetterChangedMeanwhile | LetterNotDraft late) {
            LetterView now = letterOf(file, id);
            ModelAndView page = page(file, now, typed, List.of(), HttpStatus.CONFLICT);
            page.addObject("lost", true);
            return page;
        }
        afterwards.addFlashAttribute("done", typed.isEmpty() ? "The letter carries no added text." : "Your text is in the letter.");
        return CaseForm.back(file, "/letters/" + id);
    }

    private static String letter(long id) {
        return "letter " + id;
    }

    private LetterView letterOf(CaseFile file, long id) {
        try {
            LetterView letter = letters.get(id);
            if (letter.caseReference().equals(file.reference())) {
                return letter;
            }
        } catch (LetterUnknown unknown) {
            // the same answer as for a letter of another case
        }
        throw new CaseNotFound(file.reference());
    }

    private static ModelAndView page(CaseFile file, LetterView letter, String typed, List<Fault> faults, HttpStatus status) {
        ModelAndView page = new ModelAndView("page/letter", status);
        page.addObject("file", file);
        page.addObject("letter", letter);
        page.addObject("typed", typed == null ? "" : typed);
        page.addObject("faults", faults);
        page.addObject("lost", false);
        return page;
    }
}
