package org.redress.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.clock.Targets;
import org.redress.letter.Addressee;
import org.redress.letter.Draft;
import org.redress.review.letters.Acknowledgement;
import org.redress.review.letters.NoticeOfApplication;
import org.redress.review.letters.ProgressUpdate;
import org.redress.review.letters.RequestForPapers;
import org.springframework.stereotype.Component;

/** What the letters of a review say, taken from its file. */
@Component
class LetterContents {

    private final AskingLetters askingLetters;
    private final RefusalLetters refusalLetters;
    private final OutcomeLetters outcomeLetters;
    private final Facts facts;
    private final Clocks clocks;
    private final Targets targets;
    private final Correspondence correspondence;
    private final Now now;

    LetterContents(
            AskingLetters askingLetters,
            RefusalLetters refusalLetters,
            OutcomeLetters outcomeLetters,
            Facts facts,
            Clocks clocks,
            Targets targets,
            Correspondence correspondence,
            Now now) {
        this.askingLetters = askingLetters;
        this.refusalLetters = refusalLetters;
        this.outcomeLetters = outcomeLetters;
        this.facts = facts;
        this.clocks = clocks;
        this.targets = targets;
        this.correspondence = correspondence;
        this.now = now;
    }

    /** The letters of a purpose with what they say on the file as it is today. */
    List<Draft> of(CaseFile file, LetterPurpose purpose) {
        List<Draft> drafts = new ArrayList<>(toEachOnItsOwn(file, purpose));
        drafts.addAll(toJointComplainants(file, drafts));
        return drafts;
    }

    /** Whoever complains together with the applicant hears what the applicant hears. */
    List<Draft> toJointComplainants(CaseFile file, List<Draft> drafts) {
        return correspondence.jointComplainants(file).stream()
                .flatMap(reader -> drafts.stream()
                        .filter(draft -> draft.to().role() == Addressee.Role.APPLICANT)
                        .map(draft -> new Draft(
                                draft.caseReference(), draft.kind(), draft.purpose(), reader, draft.model(), draft.author())))
                .toList();
    }

    private List<Draft> toEachOnItsOwn(CaseFile file, LetterPurpose purpose) {
        return switch (purpose.name()) {
            case "ACKNOWLEDGEMENT" -> List.of(acknowledgement(file));
            case "ASKING" -> List.of(askingLetters.forWhatIsMissing(file));
            case "WITHDRAWAL" -> List.of(askingLetters.aboutWithdrawal(file));
            case "FORWARDING" -> List.of(refusalLetters.forwarding(file));
            case "OTHER_BODY" -> List.of(refusalLetters.otherBody(file));
            case "REFUSAL" -> refusalLetters.refusal(file);
            case "NOTICE" -> notice(file);
            case "OUTCOME" -> outcomeLetters.of(file);
            case "PROGRESS" -> throw new IllegalArgumentException("ProgressUpdates drafts the updates: a person says the stage");
            default -> throw new IllegalArgumentException("No letter of a review is written for the purpose " + purpose);
        };
    }

    private Draft acknowledgement(CaseFile file) {
        return LetterPurpose.ACKNOWLEDGEMENT.draft(file, "N1", correspondence.applicant(file), Draft.STANDARD_TEXT,
                new Acknowledgement(correspondence.complaint(file), now.londonDay(file.receivedAt()), expectedBy(file), null));
    }

    private List<Draft> notice(CaseFile file) {
        LocalDate received = now.londonDay(file.receivedAt());
        List<Draft> drafts = new ArrayList<>();
        drafts.add(LetterPurpose.NOTICE.draft(file, "N5", correspondence.theForce(), Draft.STANDARD_TEXT,
                new NoticeOfApplication(correspondence.complaint(file), received, correspondence.complainantName(file))));
        for (Addressee other : correspondence.others(file)) {
            drafts.add(LetterPurpose.NOTICE.draft(file, "N5", other, Draft.STANDARD_TEXT,
                    new NoticeOfApplication(correspondence.complaint(file), received, null)));
        }
        boolean investigated = facts.current(file.reference()).investigation() == Investigation.OWN;
        drafts.add(LetterPurpose.NOTICE.draft(file, "N6", correspondence.theForce(), Draft.STANDARD_TEXT,
                new RequestForPapers(
                        correspondence.complaint(file),
                        correspondence.complainantName(file),
                        investigated,
                        List.of(),
                        targets.of(ReviewClocks.PAPERS, now.today()))));
        return drafts;
    }

    /** An update on how the review is going. */
    Draft progressUpdate(CaseFile file, ProgressUpdate.Stage stage, LocalDate nextUpdateOn) {
        return LetterPurpose.PROGRESS.draft(file, "N7", correspondence.applicant(file), Draft.STANDARD_TEXT,
                new ProgressUpdate(correspondence.complaint(file), stage, nextUpdateOn, expectedBy(file), null));
    }

    /** The target that runs; one that has passed is left out. */
    private LocalDate expectedBy(CaseFile file) {
        return clocks.dueOn(ReviewClocks.DECISION_TARGET.of(file.reference()))
                .filter(day -> !day.isBefore(now.today()))
                .orElse(null);
    }
}
