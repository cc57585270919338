package org.redress.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, finds and changes cases. */
@Service
public class CaseFiles {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final CaseFileRows cases;
    private final PartyRows parties;
    private final AllegationRows allegations;
    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final ApplicationEventPublisher events;
    private final Kinds kinds;
    private final Clock clock;

    CaseFiles(
            CaseFileRows cases,
            PartyRows parties,
            AllegationRows allegations,
            JdbcTemplate jdbc,
            ActRecord acts,
            ApplicationEventPublisher events,
            Kinds kinds,
            Clock clock) {
        this.cases = cases;
        this.parties = parties;
        this.allegations = allegations;
        this.jdbc = jdbc;
        this.acts = acts;
        this.events = events;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * Opens a case of a kind that is declared. A second application of the same complainant about the same force reference opens a case of its own
     * and is marked as a possible duplicate of the first: nothing is merged or refused by itself.
     */
    @Transactional
    public CaseFile open(NewCase application, String by) {
        Kind kind = kinds.of(application.kind());
        String key = complainantKey(application, kind);
        // one at a time for the same complainant, or two at once would not see each other
        String twin = null;
        if (!key.isEmpty()) {
            jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 1))", row -> {}, key);
            twin = cases.firstOf(key).orElse(null);
        }
        String reference = nextReference(kind.code());
        CaseFile opened =
                cases.saveAndFlush(new CaseFile(reference, clock.instant(), application, key, twin));
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
                .orElseGet(() -> new Kind.Party(code, code, null, false, false, false, null));
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

    /**
     * Puts the address of a person right. What stood there before stays on the record.
     *
     * @param email null where it stays
     * @param postalAddress empty where it stays
     */
    @Transactional
    public void correctAddress(String reference, long party, String email, List<String> postalAddress, String ground, String by) {
        Party person = parties(reference).stream().filter(one -> one.id() == party).findFirst().orElseThrow();
        Map<String, Object> before = addressOf(person);
        person.reachAt(email, postalAddress);
        parties.save(person);
        acts.append(Act.of(reference, by, "CORRECTED_ADDRESS", "Address put right: " + person.fullName())
                .because(ground)
                .with(Map.of("before", before, "after", addressOf(person))));
    }

    private static Map<String, Object> addressOf(Party person) {
        return Map.of(
                "email", person.email() == null ? "" : person.email(),
                "postalAddress", person.postalAddress(),
                "preferredContact", person.preferredContact() == null ? "" : person.preferredContact().name());
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
        file.close(end, clock.instant(), keepUntil);
        acts.append(Act.of(reference, by, "CLOSED_CASE", "Case closed. " + kinds.of(file.kind()).pathWords(end.name()) + ". Kept until "
                + DAY.format(keepUntil)));
    }

    /** Restricts a case or lifts its restriction; who may be named is for {@link Restrictions} to say. */
    @Transactional
    public void restrict(String reference, boolean on, Set<String> allowed, String reason, String by) {
        restrictAlone(reference);
        CaseFile file = get(reference);
        Set<String> before = allowed(reference);
        file.restrict(on, reason);
        cases.saveAndFlush(file);
        jdbc.update("delete from app.case_allowed where case_reference = ?", reference);
        if (on) {
            new TreeSet<>(allowed)
                    .forEach(account -> jdbc.update(
                            "insert into app.case_allowed (case_reference, account) values (?, ?)", reference, account));
        }
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
        lockRestriction(reference, "pg_advisory_xact_lock");
    }

    /** While this transaction lasts the case is neither restricted nor opened by another. */
    void holdRestriction(String reference) {
        lockRestriction(reference, "pg_advisory_xact_lock_shared");
    }

    private void lockRestriction(String reference, String lock) {
        jdbc.query("select " + lock + "(hashtextextended(?, 7))", row -> {}, reference);
    }

    /** Whether a case is restricted at this moment, whatever the transaction has read of it earlier. */
    boolean isRestricted(String reference) {
        return !jdbc.queryForList("select 1 from app.case_file where reference = ? and restricted", Integer.class, reference)
                .isEmpty();
    }

    /** The restricted cases on which somebody is named. */
    @Transactional(readOnly = true)
    public List<String> restrictedTo(String account) {
        return jdbc.queryForList(
                "select case_reference from app.case_allowed where account = ? order by 1", String.class, account);
    }

    /** Who may see a restricted case; empty where the case is open to all case staff. */
    @Transactional(readOnly = true)
    public Set<String> allowed(String reference) {
        return new TreeSet<>(jdbc.queryForList(
                "select account from app.case_allowed where case_reference = ?", String.class, reference));
    }

    @Transactional
    public void note(String reference, String text, String by) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("Write the note first.");
        }
        get(reference);
        jdbc.update(
                "insert into app.case_note (case_reference, text, written_by, written_at) values (?, ?, ?, ?)",
                reference,
                text,
                by,
                Timestamp.from(clock.instant()));
        acts.append(Act.of(reference, by, "WROTE_NOTE", "Note written"));
    }

    @Transactional(readOnly = true)
    public List<Note> notes(String reference) {
        return jdbc.query(
                "select id, text, written_by, written_at from app.case_note where case_reference = ? order by id desc",
                (row, i) -> new Note(
                        row.getLong("id"),
                        row.getString("text"),
                        row.getString("written_by"),
                        row.getTimestamp("written_at").toInstant()),
                reference);
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

    private String nextReference(String kind) {
        int year = LocalDate.ofInstant(clock.instant(), LONDON).getYear();
        Integer number = jdbc.queryForObject(
                """
                insert into app.case_number (kind, year, last) values (?, ?, 1)
                on conflict (kind, year) do update set last = app.case_number.last + 1 returning last
                """,
                Integer.class,
                kind,
                year);
        return CaseReference.of(kind, year, number);
    }

    /** A digest of who complains and under which force reference; empty where either is unknown. */
    private static String complainantKey(NewCase application, Kind kind) {
        String name = application.applicantIsComplainant()
                ? application.parties().stream()
                        .filter(party -> kind.head().filter(head -> head.code().equals(party.role().name())).isPresent())
                        .map(party -> party.person().fullName())
                        .findFirst()
                        .orElse(null)
                : application.complainantName();
        String force = letters(application.forceReference());
        if (name == null || letters(name).isEmpty() || force.isEmpty()) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((letters(name) + "\n" + force).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String letters(String text) {
        if (text == null) {
            return "";
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

interface CaseFileRows extends JpaRepository<CaseFile, String> {

    @org.springframework.data.jpa.repository.Query("select c from CaseFile c order by c.openedAt desc, c.reference desc")
    List<CaseFile> newestFirst();

    @org.springframework.data.jpa.repository.Query(
            "select c.reference from CaseFile c where c.complainantKey = :key order by c.openedAt, c.reference limit 1")
    Optional<String> firstOf(String key);
}

interface PartyRows extends JpaRepository<Party, Long> {

    @org.springframework.data.jpa.repository.Query("select p from Party p where p.caseReference = :reference order by p.id")
    List<Party> of(String reference);

    @org.springframework.data.jpa.repository.Query(
            "select p from Party p where p.caseReference = :reference and p.role = :role order by p.id")
    List<Party> inRole(String reference, PartyRole role);
}

interface AllegationRows extends JpaRepository<Allegation, Long> {

    @org.springframework.data.jpa.repository.Query(
            "select a from Allegation a where a.caseReference = :reference and a.replaced = false order by a.number")
    List<Allegation> current(String reference);
}
