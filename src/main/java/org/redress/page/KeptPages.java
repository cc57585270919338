package org.redress.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.redress.casefile.CaseReference;
import org.redress.draft.KeptForms;
import org.redress.people.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody typed into a form that came too late, to be sent once more; and the answer to whether they are still there. */
@Controller
class KeptPages {

    private final KeptForms forms;
    private final CurrentPerson person;
    private final EveryPage everyPage;

    KeptPages(KeptForms forms, CurrentPerson person, EveryPage everyPage) {
        this.forms = forms;
        this.person = person;
        this.everyPage = everyPage;
    }

    @GetMapping("/kept/{id}")
    String show(@PathVariable UUID id, HttpServletRequest request, Model model) {
        KeptForms.KeptForm form = forms.find(id, person.account())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("id", id.toString());
        model.addAttribute("form", form);
        model.addAttribute("reference", reference(form.place()).orElse(null));
        model.addAttribute("guard", everyPage.guard(request, form.place()));
        model.addAttribute("upload", form.place().endsWith("/documents"));
        model.addAttribute("shown", form.fields().entrySet().stream()
                // what the page itself says, and nobody typed
                .filter(field -> !field.getKey().startsWith("_"))
                .filter(field -> field.getValue().stream().anyMatch(text -> !text.isBlank()))
                .map(field -> new Shown(words(field.getKey()), String.join(", ", field.getValue())))
                .toList());
        return "page/kept";
    }

    @PostMapping("/kept/{id}")
    String throwAway(@PathVariable UUID id, RedirectAttributes afterwards) {
        forms.forget(id, person.account());
        afterwards.addFlashAttribute("done", "It is thrown away.");
        return "redirect:/";
    }

    /**
     * Asked by a page whose reader wants to stay signed in; to have asked is enough, because the session counts from the
     * last time that anything was asked for.
     */
    @GetMapping("/session/stay")
    @ResponseBody
    Session stay(HttpSession session) {
        return new Session(session.getMaxInactiveInterval());
    }

    /** The case that a path is about. */
    private static Optional<String> reference(String place) {
        return Arrays.stream(place.split("/")).map(CaseReference::read).flatMap(Optional::stream).findFirst();
    }

    /** The name of a field as words: {@code holdBackReason} is "Hold back reason". */
    private static String words(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** @param seconds how long the session lasts from now on, if nothing more is asked for */
    public record Session(int seconds) {}

    /** A field to look at. */
    public record Shown(String name, String text) {}
}
