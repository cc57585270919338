package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.redress.clock.Now;
import org.redress.kernel.London;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, finds and changes cases. */
@Service
public class CaseFiles {

    private final CaseFileRows cases;
    private final PartyRows parties;
    private final AllegationRows allegations;
    private final CaseRegister register;
    private final ActRecord acts;
    private final ApplicationEventPublisher events;
    private final Kinds kinds;
    private final Now now;

    CaseFiles(
            CaseFileRows cases,
            PartyRows parties,
            AllegationRows allegations,
            CaseRegister register,
            ActRecord acts,
            ApplicationEventPublisher events,
            Kinds kinds,
            Now now) {
        this.cases = cases;
        this.parties = parties;
        this.allegations = allegations;
        this.register = register;
        this.acts = acts;
        this.events = events;
        this.kinds = kinds;
        this.now = now;
    }

    /**
     * Opens a case of a kind that is declared. A second application of the same complainant about the same force reference opens a case of its own
     * and is marked as a possible duplicate of the first: nothing is merged or refused by itself.
     */
    @Transactional
    public CaseFile open(NewCase application, String by) {
        Kind kind = kinds.of(application.kind());
        String key = ComplainantKey.of(application, kind);
        String twin = null;
        if (!key.isEmpty()) {
            register.openAlone(key);
            twin = cases.firstOf(key).orElse(null);
        }
        String reference = register.nextReference(kind.code());
        CaseFile opened =
                cases.saveAndFlush(new CaseFile(reference, now.instant(), application, key, twin));
        application.parties().forEach(party -> {
            declared(kind, party.role());
            parties.save(new Party(reference, party.role(), party.person()));
        });
        list(reference, application.allegations(), "APPLICANT");
        acts.append(Act.of(reference, by, "OPENED_CASE", kind.begins() + " received by " + opened.channelWords() + ", and case opened"));
        if (twin != null) {
            // which one is told by the page: the earlier case may be restricted to others
            acts.append(Act.of(
                    reference, "redress", "MARKED_POSSIBLE_DUPLICATE", "Marked as a possible duplicate of an earlier case"));
        }
        events.publishEvent(new CasePeopleChanged(reference));
        return opened;
    }

    /** @throws CaseNotFound where there is none */
    @Transactional(readOnly = true)
    public CaseFile get(String reference) {
        return find(reference).orElseThrow(() -> new CaseNotFound(reference));
    }

    @Transactional(readOnly = true)
    public Optional<CaseFile> find(String reference) {
        return CaseReference.read(reference).flatMap(cases::findById);
    }

    @Transactional(readOnly = true)
    public List<CaseFile> all() {
        return cases.newestFirst();
    }

    /** Whoever lists call the case by; empty where its kind has no such part, or nobody has it yet. */
    @Transactional(readOnly = true)
    public Optional<Party> head(String reference) {
        return kinds.find(reference).flatMap(Kind::head).flatMap(head -> inRole(reference, new PartyRole(head.code())));
    }

    /** The first of those who have a part in the case. */
    @Transactional(readOnly = true)
    public Optional<Party> inRole(String reference, PartyRole role) {
        return parties.inRole(reference, role).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public List<Party> parties(String reference) {
        return parties.of(reference);
    }

    /** What the kind of the case declares of the part that a person has in it; the code alone for one that it declares no longer. */
    public Kind.Party part(Party party) {
        String code = party.role().name();
        return kinds.find(party.caseReference())
                .flatMap(kind -> kind.party(code))
                .orElseGet(() -> new Kind.Party(code, code, null, false, false, false, false, null));
    }

    /** Adds somebody with a part in the case, but not another one whom lists call it by. */
    @Transactional
    public Party addParty(String reference, PartyRole role, PersonDetails person, String holdBackReason, String by) {
        Kind.Party part = declared(kinds.of(get(reference).kind()), role);
        if (part.head()) {
            throw new IllegalArgumentException(
                    "A case has one " + part.words().toLowerCase(Locale.UK) + ". Choose another part for this person.");
        }
        Party party = new Party(reference, role, person);
        if (holdBackReason != null && !holdBackReason.isBlank()) {
            party.holdBack(holdBackReason);
        }
        Party saved = parties.save(party);
        acts.append(Act.of(reference, by, "ADDED_PARTY", part.words() + " added: " + person.fullName())
                .because(holdBackReason));
        events.publishEvent(new CasePeopleChanged(reference));
        return saved;
    }

    /** The allegations that count, in order. */
    @Transactional(readOnly = true)
    public List<Allegation> allegations(String reference) {
        return allegations.current(reference);
    }

    /** The force's own list takes the place of the applicant's; the replaced rows stay on the file. */
    @Transactional
    public void replaceAllegations(String reference, List<NewCase.AllegationText> texts, String source, String by) {
        get(reference);
        List<Allegation> current = allegations.current(reference);
        current.forEach(Allegation::replace);
        allegations.saveAllAndFlush(current);
        list(reference, texts, source);
        acts.append(Act.of(reference, by, "LISTED_ALLEGATIONS", texts.size() + " allegations listed")
                .with(Map.of("before", current.size(), "after", texts.size(), "source", source)));
    }

    @Transactional
    public void moveTo(String reference, CaseState state) {
        get(reference).moveTo(state);
    }

    @Transactional
    public void take(String reference, CasePath path) {
        get(reference).take(path);
    }

    @Transactional
    public void complete(String reference, CompletedContents more) {
        get(reference).complete(more);
    }

    /** @param keepUntil the last day on which the file is kept */
    @Transactional
    public void close(String reference, CasePath end, LocalDate keepUntil, String by) {
        CaseFile file = get(reference);
        file.close(end, now.instant(), keepUntil);
        acts.append(Act.of(reference, by, "CLOSED_CASE", "Case closed. " + kinds.of(file.kind()).pathWords(end.name()) + ". Kept until "
                + London.words(keepUntil)));
    }

    /** Restricts a case or lifts its restriction; who may be named is for {@link Restrictions} to say. */
    @Transactional
    public void restrict(String reference, boolean on, Set<String> allowed, String reason, String by) {
        restrictAlone(reference);
        CaseFile file = get(reference);
        Set<String> before = allowed(reference);
        file.restrict(on, reason);
        cases.saveAndFlush(file);
        register.name(reference, on ? allowed : Set.of());
        acts.append(new Act(
                reference,
                by,
                on ? "RESTRICTED_CASE" : "LIFTED_RESTRICTION",
                on ? "Case restricted to named people" : "Restriction lifted",
                reason,
                Map.of("before", before, "allowed", on ? new TreeSet<>(allowed) : Set.of())));
        events.publishEvent(new CaseRestricted(reference));
    }

    /** While this transaction lasts nobody else changes who may see the case. */
    void restrictAlone(String reference) {
        register.restrictAlone(reference);
    }

    /** While this transaction lasts the case is neither restricted nor opened by another. */
    void holdRestriction(String reference) {
        register.holdRestriction(reference);
    }

    /** Whether a case is restricted at this moment, whatever the transaction has read of it earlier. */
    boolean isRestricted(String reference) {
        return register.isRestricted(reference);
    }

    /** The restricted cases on which somebody is named. */
    @Transactional(readOnly = true)
    public List<String> restrictedTo(String account) {
        return register.restrictedTo(account);
    }

    /** Who may see a restricted case; empty where the case is open to all case staff. */
    @Transactional(readOnly = true)
    public Set<String> allowed(String reference) {
        return register.allowed(reference);
    }

    @Transactional
    public void note(String reference, String text, String by) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("Write the note first.");
        }
        get(reference);
        register.note(reference, text, by);
        acts.append(Act.of(reference, by, "WROTE_NOTE", "Note written"));
    }

    @Transactional(readOnly = true)
    public List<Note> notes(String reference) {
        return register.notes(reference);
    }

    private void list(String reference, List<NewCase.AllegationText> texts, String source) {
        int number = 1;
        for (NewCase.AllegationText allegation : texts) {
            allegations.save(new Allegation(reference, number++, allegation.text(), allegation.forceOutcome(), source));
        }
    }

    /** @throws IllegalArgumentException where such cases know no such part */
    private static Kind.Party declared(Kind kind, PartyRole role) {
        return kind.party(role.name())
                .orElseThrow(() -> new IllegalArgumentException("A case of the kind " + kind.name() + " knows no part called " + role));
    }
}
