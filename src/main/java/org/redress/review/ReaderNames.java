package org.redress.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.casefile.Allegation;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Party;
import org.redress.letter.Addressee;
import org.redress.letter.ReaderGuard;
import org.redress.step.Faults;
import org.springframework.stereotype.Component;

/**
 * Whom a reader may not read of. The force handles the complaint and knows everybody; whoever complained may read what they
 * wrote themselves, and of the one they act for; everybody else reads of nobody but themselves. Nobody but the complainant is
 * spoken to as the complainant.
 */
@Component
class ReaderNames implements ReaderGuard {

    /** How a text speaks to whoever complained. */
    private static final List<Pattern> TO_THE_COMPLAINANT = List.of(Pattern.compile(
            "\\byour (?:review|complaint|application|grounds|appeal|allegations?)\\b"
                    + "|\\byou (?:complained|applied|asked us|told us(?! this:)|told the (?:police|force|officers?)|said|say|allege[d]?)\\b"
                    + "|\\buphold your\\b|\\bagree with you\\b"));

    /** As much of a long quotation as the table of points always has. */
    private static final int BEGINNING = 70;

    private final CaseFiles cases;

    ReaderNames(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public List<Passage> notFor(String caseReference, Addressee to, String text) {
        return cases.find(caseReference)
                .map(file -> notFor(file, Reader.of(to.role()), to.party(), to.name(), text))
                .orElse(List.of());
    }

    /** What in a text is not for a person on the file, or for the force where there is none. */
    List<Passage> notFor(CaseFile file, Reader reader, Party person, String text) {
        return notFor(file, reader, person == null ? null : person.id(), person == null ? null : person.fullName(), text);
    }

    private List<Passage> notFor(CaseFile file, Reader reader, Long self, String selfName, String text) {
        NameSearch search = new NameSearch(text);
        List<Passage> passages = new ArrayList<>();
        if (reader != Reader.COMPLAINANT) {
            new NameSearch(withoutQuotations(file, text)).find(TO_THE_COMPLAINANT).forEach(found -> passages.add(
                    new Passage(found.words(), found.passage(), "it speaks to the complainant, and somebody else reads it")));
        }
        if (reader == Reader.FORCE) {
            return passages;
        }
        Predicate<String> known = known(file, reader, self, selfName);
        List<Party> people = cases.parties(file.reference());
        for (Party other : people) {
            if (!isSelf(other, self, selfName, people) && !mayRead(reader, other)) {
                of(search, other).filter(found -> !known.test(found.words())).forEach(found -> passages.add(
                        new Passage(found.words(), found.passage(), "another person on the file ("
                                + cases.part(other).words().toLowerCase(java.util.Locale.UK) + ")")));
            }
        }
        search.anyCollar().stream()
                .filter(found -> !known.test(found.words()))
                .filter(found -> passages.stream().noneMatch(told -> told.words().contains(found.words())))
                .forEach(found -> passages.add(new Passage(found.words(), found.passage(), "an officer’s number")));
        return passages;
    }

    /** The text without what is quoted in it: the complaint speaks of itself, and the force spoke to the complainant. */
    private String withoutQuotations(CaseFile file, String text) {
        String rest = text.replaceAll("\\s+", " ");
        for (Allegation allegation : cases.allegations(file.reference())) {
            for (String quoted : Stream.of(allegation.text(), allegation.forceOutcome())
                    .filter(words -> !Faults.blank(words))
                    .flatMap(String::lines)
                    .map(line -> line.strip().replaceAll("\\s+", " "))
                    .filter(line -> !line.isEmpty())
                    .toList()) {
                rest = rest.replace(quoted, " ");
                // the table of points has its beginning only
                rest = quoted.length() > BEGINNING ? rest.replace(quoted.substring(0, BEGINNING), " ") : rest;
            }
        }
        return rest;
    }

    private static Stream<NameSearch.Found> of(NameSearch search, Party other) {
        return Stream.of(
                        search.name(other.fullName()),
                        search.collarOf(other.fullName()),
                        search.email(other.email()),
                        search.phone(other.phone()),
                        search.address(other.postalAddress()),
                        search.told(other.adjustments()))
                .flatMap(List::stream);
    }

    private static boolean mayRead(Reader reader, Party other) {
        return reader == Reader.COMPLAINANT && Reader.of(other.role()) == Reader.COMPLAINANT;
    }

    /** Whoever acts for somebody reads in their place. */
    private static boolean isSelf(Party other, Long self, String selfName, List<Party> people) {
        return (self != null ? self.equals(other.id()) : other.fullName().equals(selfName))
                || people.stream()
                        .filter(acts -> acts.represents() != null && acts.fullName().equals(selfName))
                        .anyMatch(acts -> acts.represents().equals(other.id()));
    }

    /** What this reader knows: their own name and address, and whoever complained what they wrote to us. */
    private Predicate<String> known(CaseFile file, Reader reader, Long self, String selfName) {
        List<String> own = new ArrayList<>();
        if (selfName != null) {
            own.add(selfName);
        }
        List<Party> people = cases.parties(file.reference());
        for (Party party : people) {
            if (isSelf(party, self, selfName, people) || mayRead(reader, party)) {
                own.add(party.fullName());
                own.add(String.join("\n", party.postalAddress()));
                own.add(party.email());
                own.add(party.phone());
            }
        }
        if (reader == Reader.COMPLAINANT) {
            own.add(file.grounds());
            own.add(file.complaintSummary());
            cases.allegations(file.reference()).stream()
                    .filter(allegation -> "APPLICANT".equals(allegation.source()))
                    .flatMap(allegation -> Stream.of(allegation.text(), Objects.requireNonNullElse(allegation.forceOutcome(), "")))
                    .forEach(own::add);
        }
        // asked only where something was found, which is seldom
        return words -> own.stream().filter(text -> !Faults.blank(text)).anyMatch(text -> new NameSearch(text).holds(words));
    }

    /** Who beside the complainant and the force reads of the outcome. */
    List<Party> others(String caseReference) {
        return cases.parties(caseReference).stream()
                .filter(party -> party.role().equals(ReviewParties.INTERESTED_PERSON)
                        || party.role().equals(ReviewParties.PERSON_COMPLAINED_AGAINST))
                .filter(Party::told)
                .toList();
    }
}
