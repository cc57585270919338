package org.redress.retention;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseReference;
import org.redress.casefile.Party;
import org.redress.casefile.PartyRole;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.record.Act;
import org.redress.record.CaseHolding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What we hold about one person, across cases, for a subject-access request. What is theirs goes as it is; text that
 * somebody else wrote goes into a part of its own, other people in it marked, for a person to read before it is sent.
 */
@Service
public class SubjectAccess {

    /** The shortest text that is looked for, in characters. */
    public static final int SHORTEST = 3;

    /** What no request for access is answered with as rows, and why. Of all other tables the rows about the person are. */
    static final Map<String, String> NOT_AS_ROWS = Map.ofEntries(
            Map.entry("party", "their own entry is theirs/person.json; the others are about others"),
            Map.entry("case_file", "complaint and grounds are told apart from the rows"),
            Map.entry("allegation", "told apart from the rows"),
            Map.entry("case_note", "told apart from the rows"),
            Map.entry("document", "named, to be looked through by a person"),
            Map.entry("letter_copy", "letters to the person go as PDF; what others were told is in the row of their letter"),
            Map.entry("letter_outbox", "how a letter left; says nothing of a person that the letter does not"),
            Map.entry("idempotency_key", "fingerprints of what machines sent; nobody can read anything from them"),
            Map.entry("case_allowed", "which colleagues may see the case"),
            Map.entry("restricted_view", "which colleagues looked at the case"),
            Map.entry("allocation", "which colleague has the case in hand"));

    private static final String OPEN_MARK = "[REDACT: ";

    private final JdbcTemplate jdbc;
    private final ObjectProvider<CaseHolding> holdings;
    private final CaseFiles cases;
    private final CaseAccess access;
    private final Letters letters;
    private final SubjectSearch search;
    private final Bundles bundles;

    SubjectAccess(
            JdbcTemplate jdbc,
            ObjectProvider<CaseHolding> holdings,
            CaseFiles cases,
            CaseAccess access,
            Letters letters,
            SubjectSearch search,
            Bundles bundles) {
        this.jdbc = jdbc;
        this.holdings = holdings;
        this.cases = cases;
        this.access = access;
        this.letters = letters;
        this.search = search;
        this.bundles = bundles;
    }

    /** Somebody with a part in a case whose name or e-mail address fits. */
    public record Found(long party, String caseReference, PartyRole role, String fullName, String email) {}

    /**
     * What a search found.
     *
     * @param people with a part in a case
     * @param mentioned cases whose text has the words although nobody with a part in them fits: to be read by a person
     */
    public record Hits(List<Found> people, List<String> mentioned) {}

    /** Looks in the cases that the person at work may know of. */
    @Transactional(readOnly = true)
    public Hits find(String nameOrEmail) {
        return search.find(nameOrEmail);
    }

    /**
     * Writes the bundle for a person who may stand in several cases. It goes on the record of each case first.
     *
     * @param chosen ids of parties, all of them the same person in the eyes of whoever chose
     * @throws IOException where the reader went away
     */
    public void write(List<Long> chosen, String by, OutputStream out) throws IOException {
        List<Party> parties = chosen.stream().distinct().map(search::party).flatMap(List::stream).toList();
        bundles.onRecord(parties.stream().map(party -> Act.of(
                party.caseReference(), by, "GAVE_SUBJECT_ACCESS",
                "What is held about " + party.fullName() + " was put together for a subject-access request")).toList());
        try (Bundle bundle = bundles.open(out)) {
            Map<String, Object> model = bundles.head(by);
            model.put("cases", parties.stream().map(Party::caseReference).distinct().toList());
            bundle.page("READ-FIRST.html", "subject-access", model);
            for (Party party : parties) {
                write(party, bundle);
            }
        }
    }

    private void write(Party party, Bundle bundle) throws IOException {
        CaseFile file = access.visible(party.caseReference());
        String reference = file.reference();
        String folder = CaseReference.inAddress(reference) + "-" + party.id() + "/";
        bundle.json(folder + "theirs/person.json", own(party, file));
        for (LetterView letter : letters.of(reference)) {
            if (letter.to().isNamed(party.fullName())) {
                bundle.bytes(folder + "theirs/letters/" + letter.kind().code() + "-" + letter.id() + ".pdf", letters.pdf(letter.id()));
            }
        }
        Pattern others = others(party);
        Map<String, Object> toRead = new LinkedHashMap<>();
        if (cases.part(party).brought()) {
            toRead.put("complaint", marked(file.complaintSummary(), others));
            toRead.put("grounds", marked(file.grounds(), others));
            toRead.put("allegations", texts("select text from app.allegation where case_reference = ? order by number", reference, others));
        }
        toRead.put("notes", mentioning(party,
                texts("select text from app.case_note where case_reference = ? order by id", reference, others)));
        toRead.put("record", mentioning(party, texts(
                "select concat_ws(' ', summary, ground, details) from app.act where case_reference = ? order by number",
                reference, others)));
        toRead.put("rows", rowsAbout(party, others));
        toRead.put("documentsToLookThrough",
                texts("select name from app.document where case_reference = ? order by id", reference, others));
        bundle.json(folder + "read-before-sending/text.json", toRead);
    }

    /** The rows that name the person, or are theirs because they brought the case, by table. */
    private Map<String, List<Object>> rowsAbout(Party party, Pattern others) {
        Map<String, List<Object>> about = new TreeMap<>();
        holdings.orderedStream().forEach(holding -> holding.rows(party.caseReference()).forEach((table, rows) -> {
            boolean theirs = cases.part(party).brought() && holding.theirsWhoBrought().contains(table);
            List<Object> found = rows.stream()
                    .filter(row -> theirs || mentions(party, String.valueOf(row)))
                    .map(row -> marked(row, others))
                    .toList();
            if (!found.isEmpty() && !NOT_AS_ROWS.containsKey(table)) {
                about.put(table, found);
            }
        }));
        return about;
    }

    /** A value of a row, whatever its shape, with everybody else marked in its texts. */
    private static Object marked(Object value, Pattern others) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> marked = new LinkedHashMap<>();
            fields.forEach((name, field) -> marked.put(String.valueOf(name), marked(field, others)));
            return marked;
        }
        if (value instanceof List<?> parts) {
            return parts.stream().map(part -> marked(part, others)).toList();
        }
        return value instanceof String text ? marked(text, others) : value;
    }

    private Map<String, Object> own(Party party, CaseFile file) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("case", file.reference());
        own.put("part", cases.part(party).words());
        own.put("fullName", party.fullName());
        own.put("email", party.email());
        own.put("phone", party.phone());
        own.put("postalAddress", party.postalAddress());
        own.put("preferredContact", party.preferredContact());
        own.put("adjustments", party.adjustments());
        own.put("received", file.receivedAt());
        own.put("closed", file.closedAt());
        own.put("keptUntil", file.keepUntil());
        return own;
    }

    /** Names and addresses of everybody else in the case. */
    private Pattern others(Party theirs) {
        String own = String.join("\n", said(theirs).toList());
        List<String> words = cases.parties(theirs.caseReference()).stream()
                .filter(party -> !party.id().equals(theirs.id()))
                .flatMap(SubjectAccess::said)
                .filter(word -> word.length() >= SHORTEST && !own.contains(word))
                .distinct()
                // a whole name is marked before its parts are
                .sorted(java.util.Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .toList();
        return words.isEmpty() ? null : Pattern.compile(String.join("|", words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Stream<String> said(Party party) {
        List<String> said = new ArrayList<>(party.postalAddress());
        Stream.of(party.fullName(), party.email(), party.phone()).filter(java.util.Objects::nonNull).forEach(said::add);
        said.addAll(List.of(party.fullName().split("\\s+")));
        return said.stream();
    }

    private List<String> texts(String query, String reference, Pattern others) {
        return jdbc.queryForList(query, String.class, reference).stream()
                .filter(java.util.Objects::nonNull)
                .map(text -> marked(text, others))
                .toList();
    }

    private static List<String> mentioning(Party party, List<String> texts) {
        return texts.stream().filter(text -> mentions(party, text)).toList();
    }

    private static boolean mentions(Party party, String text) {
        return said(party).filter(word -> word.length() >= SHORTEST).anyMatch(text::contains);
    }

    private static String marked(String text, Pattern others) {
        return text == null || others == null ? text : others.matcher(text).replaceAll(OPEN_MARK + "$0]");
    }
}
