package org.redress.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.redress.draft.ChangedMeanwhile;
import org.redress.draft.SentForms;
import org.redress.draft.Unchanged;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.redress.people.StaffDirectory;
import org.redress.record.ActRecord;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Two people and one page, or one person who sends it twice. What only adds something counts once for each page that was
 * shown; what changes something wants it to stand as it was shown, and otherwise says who was first.
 */
@Component
class TwoAtOnce {

    /** The field with the name of the page that was shown. */
    static final String FORM = "_once";

    /** The field with the mark of what the page showed. */
    static final String SEEN = "_seen";

    private final SentForms sent;
    private final Unchanged unchanged;
    private final ActRecord acts;
    private final StaffDirectory staff;
    private final CurrentPerson person;

    TwoAtOnce(SentForms sent, Unchanged unchanged, ActRecord acts, StaffDirectory staff, CurrentPerson person) {
        this.sent = sent;
        this.unchanged = unchanged;
        this.acts = acts;
        this.staff = staff;
        this.person = person;
    }

    /** Does what a form asks, in one transaction, unless this very page was acted on already; tells whether it was done now. */
    boolean once(String form, Runnable deed) {
        return sent.once(name(form), person.account(), deed);
    }

    /**
     * Changes something that stands as it was seen, in one transaction, unless this very page was acted on already.
     *
     * @param thing what is changed; everybody who changes it says the same words
     * @param seen the mark of what the page showed
     * @param standing tells the mark of what stands now
     * @throws ChangedMeanwhile where the two differ; nothing was done
     */
    void change(String form, String thing, String seen, Supplier<String> standing, Runnable change) {
        once(form, () -> unchanged.since(thing, seen, standing, change));
    }

    /** Who did the latest of some acts to a case, when, what and why. */
    List<String> whoWasFirst(String reference, String... actions) {
        List<String> words = new ArrayList<>();
        acts.of(reference).stream().filter(act -> Set.of(actions).contains(act.action())).findFirst().ifPresent(act -> {
            words.add(first(act.person(), act.at()) + " " + act.summary() + ".");
            if (act.ground() != null) {
                words.add("Reason: " + act.ground());
            }
        });
        return words;
    }

    /** "Mary Manager was first, on 4 June 2026 at 9:32am." */
    String first(String account, java.time.Instant at) {
        String name = "redress".equals(account) ? "Redress" : staff.nameOf(account);
        return name + " was first, on " + Moments.moment(at) + ".";
    }

    /** What stands above a form that came second; give it to the page as its faults. */
    static List<Fault> notSaved() {
        return List.of(new Fault("meanwhile", "Not saved: somebody was there first. Compare what stands now with what you typed"));
    }

    /** The page for whoever was second: what they typed is still in its fields. */
    static ModelAndView second(ModelAndView page, List<String> words) {
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("meanwhile", words.isEmpty() ? List.of("It was changed after you opened the page.") : words);
        return page;
    }

    private static UUID name(String form) {
        try {
            return form == null ? null : UUID.fromString(form);
        } catch (IllegalArgumentException noName) {
            return null;
        }
    }
}
