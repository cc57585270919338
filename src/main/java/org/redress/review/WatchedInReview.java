package org.redress.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.clock.ClockName;
import org.redress.clock.ClockState;
import org.redress.clock.Clocks;
import org.redress.clock.Now;
import org.redress.desk.WatchedThings;
import org.springframework.stereotype.Component;

/** What a review wants watched beside its clocks and steps: papers that are long awaited, and new allegations that the force has not had. */
@Component
class WatchedInReview implements WatchedThings {

    private final Clocks clocks;
    private final NewAllegations newAllegations;
    private final Now now;

    WatchedInReview(Clocks clocks, NewAllegations newAllegations, Now now) {
        this.clocks = clocks;
        this.newAllegations = newAllegations;
        this.now = now;
    }

    @Override
    public String kind() {
        return Applications.KIND;
    }

    @Override
    public List<String> cases() {
        return newAllegations.casesThatKeepOne();
    }

    @Override
    public List<Watched> of(String caseReference) {
        return Stream.concat(papers(caseReference), kept(caseReference)).toList();
    }

    @Override
    public Set<ClockName> clocksToldByName() {
        return Set.of(ReviewClocks.DECISION_TARGET, ReviewClocks.PAPERS);
    }

    @Override
    public ClockName clockOfTheWhole() {
        return ReviewClocks.DECISION_TARGET;
    }

    private Stream<Watched> papers(String caseReference) {
        return clocks.of(caseReference).stream()
                .filter(view -> view.clock().equals(ReviewClocks.PAPERS) && view.state() == ClockState.RUNNING && view.dueOn() != null)
                .map(view -> new Watched("PAPERS_WAIT", ReviewClocks.PAPERS.name(), view.startedOn(), view.name()));
    }

    private Stream<Watched> kept(String caseReference) {
        return newAllegations.of(caseReference).stream()
                .filter(found -> found.passedOn() == null)
                .map(found -> new Watched(
                        "NEW_ALLEGATION",
                        "NEW_ALLEGATION " + found.number(),
                        now.londonDay(found.notedAt()),
                        "New allegation " + found.number()));
    }
}
