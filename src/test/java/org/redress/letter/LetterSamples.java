package org.redress.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.kind.Kinds;
import org.redress.review.letters.Acknowledgement;
import org.redress.review.letters.AllegationResult;
import org.redress.review.letters.Chaser;
import org.redress.review.letters.Closed;
import org.redress.review.letters.ComplaintReference;
import org.redress.review.letters.ForwardingNotice;
import org.redress.review.letters.MeasureAsked;
import org.redress.review.letters.NotValid;
import org.redress.review.letters.NoticeOfApplication;
import org.redress.review.letters.OutcomeShape;
import org.redress.review.letters.OutcomeToComplainant;
import org.redress.review.letters.OutcomeToForce;
import org.redress.review.letters.OutcomeToOthers;
import org.redress.review.letters.ProgressUpdate;
import org.redress.review.letters.Recommendation;
import org.redress.review.letters.ReplyCopy;
import org.redress.review.letters.RequestForInformation;
import org.redress.review.letters.RequestForPapers;
import org.redress.testing.LimbWords;

/** Every letter in every shape it can take, with data as kind, as sparse, as long and as hostile as people send it. */
final class LetterSamples {

    static final String REFERENCE = "RV/2026/000042K";

    static final LetterKinds KINDS = new LetterKinds(Kinds.ofTheHouse());

    private static final LetterKind N1 = kind("N1");
    private static final LetterKind N2 = kind("N2");
    private static final LetterKind N3 = kind("N3");
    private static final LetterKind N4 = kind("N4");
    private static final LetterKind N5 = kind("N5");
    private static final LetterKind N6 = kind("N6");
    private static final LetterKind N7 = kind("N7");
    private static final LetterKind N8 = kind("N8");
    private static final LetterKind N9 = kind("N9");
    private static final LetterKind N10 = kind("N10");
    private static final LetterKind N11 = kind("N11");
    private static final LetterKind N12 = kind("N12");
    private static final LetterKind N13 = kind("N13");
    private static final LetterKind N14 = kind("N14");

    /** As the table says them, for the letter takes its reasons from there. */
    private static final Map<String, String> LIMB_WORDS = LimbWords.all();

    private static final String DECIDER = "A caseworker of our reviews team";

    static final LocalDate DATED = LocalDate.of(2026, 3, 9);

    static LetterKind kind(String code) {
        return KINDS.of(code);
    }

    /** One letter as it could be written. */
    record Sample(String name, LetterKind kind, Addressee to, Record model, String additionalText) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Words that a file can hold: a story for the usual letter, a trap for the hostile one. */
    record Words(String name, String story, String line, String reference, List<String> address, String adjustments) {}

    static final Words USUAL = new Words(
            "Delphine Achterberg-Mensah",
            "There were four cameras at my flat. Nobody collected the footage.\n\nI told the officer on the night, and "
                    + "again by e-mail.",
            "The force’s outcome letter",
            "PC/04417/25",
            List.of("Flat 2, 19 Chandlery Steps", "Tower Hamlets", "London ZZ99 7CD"),
            null);

    static final Words HOSTILE = new Words(
            "Siobhán O'Brien \"Shiv\" <O'B> ${7*7}",
            "${7*7} #{7*7} [=7*7] <#assign x=1> <@l.court/> </td></div></body> <script>alert(1)</script> "
                    + "<img src='http://192.0.2.1/x.png'> ${\"freemarker.template.utility.Execute\"?new()(\"id\")} &amp; "
                    + "&lt; ]]> %s {{x}}\n\n 😡 \u0000 \u202Egnirts\u202C \u200B Ł 王 ليلى end",
            "<b>line</b> ${reference}",
            "PC/<1>/${2}",
            List.of("<script>1</script>", "${7*7} Street", "<#include '/letter.css'>", "London ZZ99 1AA"),
            "Large print, 18 point, <u>please</u>. ${7*7}");

    static Words longest() {
        String long200 = "Anne-Marie Wilhelmina ".repeat(10).substring(0, 199) + "e";
        String story = "Then the officer said nothing and wrote nothing down, which is what I complained about. ";
        return new Words(
                long200,
                "X".repeat(4001) + "\n\n" + story.repeat(40) + "\n\n" + "ends here",
                "A paper with a very long title that goes on and on, " .repeat(6),
                "PC/" + "0123456789/".repeat(8),
                List.of("Ward 7", "The Old Infirmary", "Building C", "St Bartholomew’s Hospital Estate",
                        "23 Very Long Road Name Indeed", "Hammersmith and Fulham", "London ZZ99 2EF", "England"),
                story.repeat(5));
    }

    static Addressee person(Addressee.Role role, Words words) {
        return new Addressee(role, words.name(), "someone@example.org", words.address(), Addressee.Contact.EMAIL,
                Addressee.asksForLargePrint(words.adjustments()),
                role == Addressee.Role.APPLICANT ? words.adjustments() : null);
    }

    static final Addressee FORCE = new Addressee(Addressee.Role.FORCE,
            "Metropolitan Police Service, Directorate of Professional Standards", "dps@example.org",
            List.of("Example Yard", "London ZZ99 5PS"), Addressee.Contact.EMAIL, false);

    /** Letters as they are usually written; their texts are kept as golden files. */
    static List<Sample> usual() {
        return all(USUAL, new ComplaintReference(
                "Metropolitan Police Service", "PC/04417/25", day(2025, 10, 1), day(2026, 2, 10)), null);
    }

    /** Letters with nothing in them that may be left out. */
    static List<Sample> sparse() {
        ComplaintReference unknown = new ComplaintReference(null, null, null, null);
        Words words = new Words("王", "-", "-", null, List.of(), null);
        Addressee applicant = person(Addressee.Role.APPLICANT, words);
        List<AllegationResult> one = List.of(
                new AllegationResult(1, "-", null, "REASONABLE_AND_PROPORTIONATE", "-", null));
        List<MeasureAsked> measure = List.of(new MeasureAsked("P10", null));
        LocalDate day = day(2026, 2, 28);
        return List.of(
                new Sample("N1 sparse", N1, applicant, new Acknowledgement(unknown, day, null, null), null),
                new Sample("N2 sparse", N2, applicant, new RequestForInformation(unknown, day,
                        List.of(RequestForInformation.Needed.FORCE), null, day), null),
                new Sample("N3 sparse", N3, applicant, new ForwardingNotice(unknown, day, day,
                        List.of(limb("SENIOR_OFFICER", "reg 32(a)"))), null),
                new Sample("N4 sparse", N4, applicant,
                        NotValid.of(unknown, day, List.of("V7"), null, null, null, null, null), null),
                new Sample("N5 sparse", N5, FORCE, new NoticeOfApplication(unknown, day, null), null),
                new Sample("N6 sparse", N6, FORCE, new RequestForPapers(unknown, null, false, null, day), null),
                new Sample("N7 sparse", N7, applicant,
                        new ProgressUpdate(unknown, ProgressUpdate.Stage.DECIDING, day, null, null), null),
                new Sample("N8 sparse", N8, applicant, new OutcomeToComplainant(unknown, day, "-",
                        "NOT_UPHELD", OutcomeShape.PLAIN, "-", null, null, null, one, null, null, null), null),
                new Sample("N9 sparse", N9, FORCE, new OutcomeToForce(unknown, null, day, "-", "NOT_UPHELD",
                        OutcomeShape.PLAIN, "-", null, null, one, null, null, null, null, null), null),
                new Sample("N10 sparse", N10, person(Addressee.Role.INTERESTED_PERSON, words), new OutcomeToOthers(
                        unknown, day, "-", "NOT_UPHELD", OutcomeShape.PLAIN, "-", null, null, List.of()), null),
                new Sample("N11 sparse", N11, FORCE, new Recommendation(unknown, null, day, measure, null, day), null),
                new Sample("N12 sparse", N12, FORCE,
                        new Chaser(unknown, null, Chaser.Owed.PAPERS, day, day, day, false, null, null), null),
                new Sample("N13 sparse", N13, applicant, new ReplyCopy(unknown, day, measure, null, day,
                        ReplyCopy.Answer.ACCEPTED, "-", false, null), null),
                new Sample("N14 sparse", N14, applicant,
                        new Closed(unknown, null, Closed.Scope.COMPLAINT, day, day), null));
    }

    /** Letters whose data try to be more than data. */
    static List<Sample> hostile() {
        return all(HOSTILE, new ComplaintReference(HOSTILE.line(), HOSTILE.reference(), day(2025, 10, 1),
                day(2026, 2, 10)), HOSTILE.story());
    }

    /** Letters with the longest data that we have seen. */
    static List<Sample> long_() {
        Words words = longest();
        return all(words, new ComplaintReference(words.line(), words.reference(), day(2025, 10, 1), day(2026, 2, 10)),
                words.story());
    }

    static Stream<Sample> everything() {
        return Stream.of(usual(), sparse(), hostile(), long_()).flatMap(List::stream);
    }

    private static List<Sample> all(Words words, ComplaintReference complaint, String additional) {
        Addressee applicant = person(Addressee.Role.APPLICANT, words);
        Addressee officer = person(Addressee.Role.PERSON_COMPLAINED_AGAINST, words);
        Addressee interested = person(Addressee.Role.INTERESTED_PERSON, words);
        LocalDate received = day(2026, 3, 2);
        LocalDate reply = day(2026, 4, 7);
        String story = words.story();
        List<Sample> samples = new ArrayList<>();
        samples.add(new Sample("N1 acknowledgement", N1, applicant,
                new Acknowledgement(complaint, received, day(2026, 5, 1), story), additional));
        samples.add(new Sample("N2 asks for everything", N2, applicant, new RequestForInformation(complaint, received,
                List.of(RequestForInformation.Needed.values()), day(2026, 3, 1), reply), additional));
        samples.add(new Sample("N3 forwarded for every reason", N3, applicant, new ForwardingNotice(complaint, received,
                received, List.of(
                        limb("LPB_IS_AUTHORITY", "para 30(1)(a)"), limb("SENIOR_OFFICER", "reg 32(a)"),
                        limb("DISCIPLINE_OR_CRIME_NOT_RULED_OUT", "reg 32(b)(i)"),
                        limb("ARTICLE_2_OR_3_NOT_RULED_OUT", "reg 32(b)(ii)"), limb("REFERRED", "reg 32(c)"),
                        limb("MUST_BE_REFERRED", "reg 32(c)"), limb("TREATED_AS_REFERRED", "reg 32(d), para 4A(1)"),
                        limb("SAME_INCIDENT", "reg 32(e)"), limb("PART_FOR_IOPC", "reg 32(f)"))), additional));
        for (String code : List.of("V2", "V3", "V4", "V5", "V6", "V13")) {
            samples.add(new Sample("N4 no right " + code, N4, applicant,
                    NotValid.of(complaint, received, List.of(code), story, null, null, null, DECIDER), additional));
        }
        samples.add(new Sample("N4 no complaint, so nothing to record", N4, applicant, NotValid.of(complaint, received,
                List.of("V2", "V5"), story, null, null, null, DECIDER), additional));
        samples.add(new Sample("N4 no right and late", N4, applicant, NotValid.of(complaint, received,
                List.of("V1", "V2", "V10", "V12"), story, inTime(false, null, null), null, null, DECIDER), additional));
        samples.add(new Sample("N4 out of time", N4, applicant, NotValid.of(complaint, received, List.of("V10"), story,
                inTime(true, null, words.story()), null, null, DECIDER), additional));
        samples.add(new Sample("N4 out of time, with the IOPC first", N4, applicant, NotValid.of(complaint, received,
                List.of("V10"), story, inTime(true, day(2026, 2, 20), null), null, null, DECIDER), additional));
        samples.add(new Sample("N4 old rules", N4, applicant,
                NotValid.of(complaint, received, List.of("V7", "V10"), story, null, null, null, DECIDER), additional));
        samples.add(new Sample("N4 other body, passed on", N4, applicant, NotValid.of(complaint, received,
                List.of("V9"), null, null, words.line(), received, null), additional));
        samples.add(new Sample("N4 other body, to apply to", N4, applicant, NotValid.of(complaint, received,
                List.of("V9"), null, null, words.line(), null, null), additional));
        samples.add(new Sample("N4 no consent and nothing known", N4, applicant, NotValid.of(complaint, received,
                List.of("V1", "V12"), story, null, null, null, DECIDER), additional));
        samples.add(new Sample("N5 to the force", N5, FORCE, new NoticeOfApplication(complaint, received, words.name()),
                additional));
        samples.add(new Sample("N5 to the person complained against", N5, officer,
                new NoticeOfApplication(complaint, received, null), additional));
        samples.add(new Sample("N5 to an interested person", N5, interested,
                new NoticeOfApplication(complaint, received, null), additional));
        samples.add(new Sample("N6 request for papers", N6, FORCE, new RequestForPapers(complaint, words.name(), true,
                List.of(words.line()), reply), additional));
        for (ProgressUpdate.Stage stage : ProgressUpdate.Stage.values()) {
            samples.add(new Sample("N7 " + stage.name().toLowerCase().replace('_', ' '), N7, applicant,
                    new ProgressUpdate(complaint, stage, reply, day(2026, 5, 1), story), additional));
        }
        List<AllegationResult> allegations = List.of(
                new AllegationResult(1, story, words.line(), "NOT_REASONABLE_AND_PROPORTIONATE", story, null),
                new AllegationResult(2, story, words.line(), "REASONABLE_AND_PROPORTIONATE", story, story));
        List<MeasureAsked> measures = Stream.of("P1", "P2", "P3", "P5", "P6", "P7", "P8", "P9", "P10")
                .map(code -> new MeasureAsked(code, "P10".equals(code) ? story : null)).toList();
        samples.add(new Sample("N8 upheld", N8, applicant, new OutcomeToComplainant(complaint, received, DECIDER,
                "UPHELD", OutcomeShape.PLAIN, story, null, story, List.of(words.line(), "The camera records"), allegations,
                measures, story, reply), additional));
        samples.add(new Sample("N8 upheld against the findings", N8, applicant, new OutcomeToComplainant(complaint, received,
                DECIDER, "UPHELD", OutcomeShape.AGAINST_FINDINGS, story, story, null, List.of(), allegations.subList(1, 2),
                measures.subList(0, 1), null, reply), additional));
        samples.add(new Sample("N8 not upheld against the findings", N8, applicant, new OutcomeToComplainant(complaint,
                received, DECIDER, "NOT_UPHELD", OutcomeShape.AGAINST_FINDINGS, story, story, null, List.of(),
                allegations.subList(0, 1), List.of(), null, null), additional));
        samples.add(new Sample("N8 not upheld", N8, applicant, new OutcomeToComplainant(complaint, received, DECIDER,
                "NOT_UPHELD", OutcomeShape.WITH_POINTS, story, null, null, List.of(), allegations.subList(1, 2), List.of(), null,
                null), additional));
        samples.add(new Sample("N9 upheld", N9, FORCE, new OutcomeToForce(complaint, words.name(), received, DECIDER,
                "UPHELD", OutcomeShape.PLAIN, story, null, List.of(words.line()), allegations, measures, story, reply, story,
                story), additional));
        samples.add(new Sample("N9 not upheld", N9, FORCE, new OutcomeToForce(complaint, words.name(), received,
                DECIDER, "NOT_UPHELD", OutcomeShape.WITH_POINTS, story, null, List.of(), allegations.subList(1, 2), List.of(),
                null, null, story, null), additional));
        samples.add(new Sample("N9 not upheld against the findings", N9, FORCE, new OutcomeToForce(complaint, words.name(),
                received, DECIDER, "NOT_UPHELD", OutcomeShape.AGAINST_FINDINGS, story, story, List.of(),
                allegations.subList(0, 1), List.of(), null, null, null, null), additional));
        List<OutcomeToOthers.Finding> findings = allegations.stream()
                .map(each -> new OutcomeToOthers.Finding(each.number(), words.line(), each.finding(), each.reason()))
                .toList();
        samples.add(new Sample("N10 upheld, to the person complained against", N10, officer,
                new OutcomeToOthers(complaint, received, DECIDER, "UPHELD", OutcomeShape.PLAIN, story, null,
                        List.of(words.line()), findings), additional));
        samples.add(new Sample("N10 not upheld, to an interested person", N10, interested,
                new OutcomeToOthers(complaint, received, DECIDER, "NOT_UPHELD", OutcomeShape.WITH_POINTS, story, null, List.of(),
                        findings.subList(1, 2)), additional));
        samples.add(new Sample("N10 upheld against the findings, no part about the reader", N10, interested,
                new OutcomeToOthers(complaint, received, DECIDER, "UPHELD", OutcomeShape.AGAINST_FINDINGS, story, story, List.of(),
                        List.of()), additional));
        samples.add(new Sample("N11 recommendation", N11, FORCE,
                new Recommendation(complaint, words.name(), received, measures, story, reply), additional));
        samples.add(new Sample("N12 papers owed", N12, FORCE, new Chaser(complaint, words.name(), Chaser.Owed.PAPERS,
                received, reply, reply, false, story, null), additional));
        samples.add(new Sample("N12 answer owed", N12, FORCE, new Chaser(complaint, words.name(),
                Chaser.Owed.RECOMMENDATION_REPLY, received, reply, reply, false, null, null), additional));
        samples.add(new Sample("N12 direction", N12, FORCE, new Chaser(complaint, words.name(),
                Chaser.Owed.RECOMMENDATION_REPLY, received, reply, reply, true, story, story), additional));
        for (ReplyCopy.Answer answer : ReplyCopy.Answer.values()) {
            samples.add(new Sample("N13 " + answer.name().toLowerCase().replace('_', ' '), N13,
                    answer == ReplyCopy.Answer.ACCEPTED ? applicant : interested, new ReplyCopy(complaint, received,
                            measures, story, reply, answer, story, answer != ReplyCopy.Answer.ACCEPTED, story),
                    additional));
        }
        samples.add(new Sample("N14 complaint withdrawn, to the applicant", N14, applicant,
                new Closed(complaint, null, Closed.Scope.COMPLAINT, received, reply), additional));
        samples.add(new Sample("N14 complaint withdrawn, to the force", N14, FORCE,
                new Closed(complaint, words.name(), Closed.Scope.COMPLAINT, received, reply), additional));
        samples.add(new Sample("N14 review withdrawn, to the applicant", N14, applicant,
                new Closed(complaint, null, Closed.Scope.REVIEW, received, reply), additional));
        samples.add(new Sample("N14 review withdrawn, to the force", N14, FORCE,
                new Closed(complaint, words.name(), Closed.Scope.REVIEW, received, reply), additional));
        return samples;
    }

    private static NotValid.Time inTime(boolean told, LocalDate withTheIopcFrom, String refused) {
        return new NotValid.Time(day(2026, 3, 1), day(2026, 2, 1), told, withTheIopcFrom,
                withTheIopcFrom == null ? null : withTheIopcFrom.plusDays(3), refused);
    }

    private static ForwardingNotice.LimbMet limb(String limb, String provision) {
        return new ForwardingNotice.LimbMet(limb, provision, LIMB_WORDS.get(limb));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private LetterSamples() {}
}
