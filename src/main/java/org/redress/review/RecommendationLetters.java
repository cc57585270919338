package org.redress.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.letter.Addressee;
import org.redress.letter.Draft;
import org.redress.letter.LetterStatus;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.review.letters.Chaser;
import org.redress.review.letters.MeasureAsked;
import org.redress.review.letters.ReplyCopy;
import org.redress.step.Faults;
import org.springframework.stereotype.Component;

/** The letters about one recommendation: chaser, direction, copies of the reply. */
@Component
class RecommendationLetters {

    private final Correspondence correspondence;
    private final Letters letters;
    private final CaseFiles cases;
    private final Recommendations recommendations;
    private final ActRecord acts;

    RecommendationLetters(
            Correspondence correspondence,
            Letters letters,
            CaseFiles cases,
            Recommendations recommendations,
            ActRecord acts) {
        this.correspondence = correspondence;
        this.letters = letters;
        this.cases = cases;
        this.recommendations = recommendations;
        this.acts = acts;
    }

    /** N12, standard text: approved by the person who completes the step, and sent. */
    void chase(String caseReference, int number, LocalDate wasDueOn, LocalDate nowBy, String person) {
        CaseFile file = cases.get(caseReference);
        letters.draft(new Draft(
                caseReference,
                "N12",
                purpose("CHASER", number),
                correspondence.theForce(),
                new Chaser(
                        correspondence.complaint(file),
                        correspondence.complainantName(file),
                        Chaser.Owed.RECOMMENDATION_REPLY,
                        recommendations.get(caseReference, number).madeOn(),
                        wasDueOn,
                        nowBy,
                        false,
                        null,
                        null),
                Draft.STANDARD_TEXT));
        issue(caseReference, purpose("CHASER", number), person);
    }

    /** N12 as a direction, in the words of the person who drafts it; someone else gives it. */
    void draftDirection(
            String caseReference, int number, LocalDate wasDueOn, LocalDate nowBy, String steps, String reasons, String author) {
        CaseFile file = cases.get(caseReference);
        letters.draft(new Draft(
                caseReference,
                "N12",
                purpose("DIRECTION", number),
                correspondence.theForce(),
                new Chaser(
                        correspondence.complaint(file),
                        correspondence.complainantName(file),
                        Chaser.Owed.RECOMMENDATION_REPLY,
                        recommendations.get(caseReference, number).madeOn(),
                        wasDueOn,
                        nowBy,
                        true,
                        steps,
                        reasons),
                author));
    }

    void issueDirection(String caseReference, int number, String person) {
        issue(caseReference, purpose("DIRECTION", number), person);
    }

    void withdrawDirection(String caseReference, int number) {
        letters.withdrawDrafts(caseReference, purpose("DIRECTION", number), "The direction was not given");
    }

    /** N13: the force's own words, or the part of them that may be seen. */
    void sendReplyOn(String caseReference, int number, boolean toOthersToo, String sharedText, String person) {
        CaseFile file = cases.get(caseReference);
        RecommendationMade made = recommendations.get(caseReference, number);
        boolean part = !Faults.blank(sharedText);
        List<Addressee> readers = new ArrayList<>(List.of(correspondence.applicant(file)));
        readers.addAll(correspondence.jointComplainants(file));
        if (toOthersToo) {
            readers.addAll(correspondence.othersTold(file));
        }
        for (Addressee reader : readers) {
            letters.draft(new Draft(
                    caseReference,
                    "N13",
                    purpose("REPLY", number),
                    reader,
                    new ReplyCopy(
                            correspondence.complaint(file),
                            made.madeOn(),
                            List.of(new MeasureAsked(made.measure().name(), null)),
                            made.text(),
                            made.replyOn(),
                            ReplyCopy.Answer.valueOf(made.answer().name()),
                            part ? sharedText : made.replyText(),
                            part,
                            null),
                    Draft.STANDARD_TEXT));
        }
        issue(caseReference, purpose("REPLY", number), person);
    }

    private void issue(String caseReference, String purpose, String person) {
        for (LetterView letter : letters.of(caseReference)) {
            if (letter.purpose().equals(purpose) && letter.status() == LetterStatus.DRAFT) {
                letters.approve(letter.id(), person);
                letters.send(letter.id());
                acts.append(Act.of(
                        caseReference, person, "APPROVED_LETTER", letter.kind() + " " + letter.kind().label() + " approved"));
            }
        }
    }

    private static String purpose(String what, int number) {
        return what + "-" + number;
    }
}
