package org.redress.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseState;
import org.redress.desk.Progress;
import org.redress.letter.Draft;
import org.redress.review.letters.ProgressUpdate.Stage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a review is going, as the applicant is told (N7). Good practice, not law: regulation 34 does not bind a review body. */
@Component
class ReviewProgress implements Progress {

    private final CaseFiles cases;
    private final Decisions decisions;
    private final Findings findings;
    private final LetterContents contents;

    ReviewProgress(CaseFiles cases, Decisions decisions, Findings findings, LetterContents contents) {
        this.cases = cases;
        this.decisions = decisions;
        this.findings = findings;
        this.contents = contents;
    }

    @Override
    public String kind() {
        return Applications.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public String stage(String caseReference) {
        return where(caseReference).name();
    }

    @Override
    public List<Draft> letters(String caseReference, String stage, LocalDate nextUpdateOn) {
        CaseFile file = cases.get(caseReference);
        Draft update = contents.progressUpdate(file, Stage.valueOf(stage), nextUpdateOn);
        List<Draft> letters = new ArrayList<>(List.of(update));
        letters.addAll(contents.toJointComplainants(file, List.of(update)));
        return letters;
    }

    @Override
    public String told() {
        return "The applicant was told how the review is going";
    }

    private Stage where(String caseReference) {
        CaseFile file = cases.get(caseReference);
        if (!ReviewPaths.REVIEW.equals(file.path()) && decisions.current(caseReference).isEmpty()) {
            return Stage.FIRST_CHECKS;
        }
        if (file.state() == CaseState.WAITING_FOR_FORCE) {
            return Stage.WAITING_FOR_PAPERS;
        }
        Boolean sentBack = decisions.current(caseReference).map(decision -> Boolean.FALSE.equals(decision.sound())).orElse(null);
        if (sentBack != null) {
            return sentBack ? Stage.DECIDING : Stage.CHECKING;
        }
        int allegations = cases.allegations(caseReference).size();
        return allegations > 0 && findings.of(caseReference).size() >= allegations ? Stage.DECIDING : Stage.ASSESSING;
    }
}
