package org.redress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;

/** What each letter must contain (section 14), read in the text that is sent. */
class LetterContentsTest {

    private static final String STORY = "There were four cameras at my flat.";

    @Test
    @Rule("N1")
    void an_acknowledgement_tells_reference_next_steps_likely_time_help_and_how_to_reach_us() {
        assertThat(text("N1 acknowledgement"))
                .contains(LetterSamples.REFERENCE)
                .contains("What happens next")
                .contains("We expect to decide by 1 May 2026.")
                .contains("Tell us if we can make it easier for you to take part.")
                .contains("How to reach us")
                .contains("Other formats and languages");
    }

    @Test
    @Rule({"N2", "7.1"})
    void a_request_tells_what_is_needed_why_and_by_when() {
        assertThat(text("N2 asks for everything"))
                .contains("Send us what we ask for by 7 April 2026.")
                .contains("Tell us in your own words what the complaint said. We need to know which complaint to look at.")
                .contains("It shows us which rules count.")
                .contains("It shows us who must do the review.")
                .contains("The time to apply counts from then.")
                .contains("Written consent from the person who complained")
                .contains("The last day to apply was 1 March 2026.");
    }

    @Test
    @Rule({"N3", "4.2", "4.3"})
    void a_forwarding_notice_tells_that_the_iopc_is_the_body_and_has_it_now() {
        assertThat(text("N3 forwarded for every reason"))
                .contains("By law the Independent Office for Police Conduct (IOPC) must do it. We cannot.")
                .contains("Regulations 2020, regulation 32(d); Police Reform Act 2002, Schedule 3, paragraph 4A(1)")
                .contains("We passed your application to the IOPC on 2 March 2026.")
                .contains("The law treats your application as made to the IOPC on the day we passed it on.");
    }

    @Test
    @Rule("N4")
    void a_refusal_tells_the_rule_the_reasons_and_any_other_way() {
        for (String code : List.of("V2", "V3", "V4", "V5", "V6", "V13")) {
            assertThat(text("N4 no right " + code)).as(code)
                    .contains("The rule", "Our reasons", STORY, "What you can do", "judicial review");
        }
        assertThat(text("N4 out of time")).contains("The last day to apply was 1 March 2026.", STORY, "judicial review");
    }

    @Test
    @Rule({"2.6", "V2"})
    void whose_complaint_was_not_recorded_learns_of_the_right_to_have_it_recorded() {
        assertThat(text("N4 no right V2"))
                .contains("You can tell the police force that you want your complaint recorded. You can do this at any time.")
                .contains("The force must then record it.");
    }

    @Test
    @Rule("2.11")
    void who_asks_for_a_second_review_learns_of_judicial_review() {
        assertThat(text("N4 no right V13")).contains("An outcome is reviewed once.").contains("This is called judicial review.");
        assertThat(text("N8 not upheld"))
                .contains("This decision is final. We cannot review it again.")
                .contains("This is called judicial review.");
    }

    @Test
    @Rule({"O6", "V7"})
    void whoever_applies_under_old_rules_learns_that_an_appeal_lies_elsewhere() {
        assertThat(text("N4 old rules"))
                .contains("Under those rules there is an appeal, and it does not come to us.")
                .contains("The appeal goes to the police force or to the IOPC.");
    }

    @Test
    @Rule("N5")
    void a_notice_tells_that_an_application_was_made_and_on_which_complaint() {
        for (String to : List.of("to the force", "to the person complained against", "to an interested person")) {
            assertThat(text("N5 " + to)).as(to)
                    .contains("application")
                    .contains("We received the application on: 2 March 2026")
                    .contains("Police reference: PC/04417/25");
        }
    }

    @Test
    @Rule({"N6", "9.2"})
    void a_request_for_papers_lists_them_and_names_the_day() {
        assertThat(text("N6 request for papers"))
                .contains("Send us the papers by 7 April 2026.")
                .contains("the Centurion record of the complaint")
                .contains("the letter that gave the right to a review, and the day it was sent")
                .contains("any body-worn video")
                .contains("the investigator’s report, and your decisions on it");
    }

    @Test
    @Rule("N7")
    void a_progress_letter_tells_the_stage_and_the_next_day() {
        for (String stage : List.of("first checks", "waiting for papers", "assessing", "deciding", "checking")) {
            assertThat(text("N7 " + stage)).as(stage)
                    .contains("Where we are")
                    .contains("We expect to decide by 1 May 2026.")
                    .contains("We will write again by 7 April 2026, even if nothing has changed.");
        }
        assertThat(text("N7 assessing")).isNotEqualTo(text("N7 deciding"));
    }

    @Test
    @Rule({"N8", "9.5", "10.4"})
    void the_outcome_tells_the_complainant_finding_reasons_what_was_asked_and_that_it_is_final() {
        assertThat(text("N8 upheld"))
                .contains("The outcome of the complaint was not reasonable and proportionate.")
                .contains("Part 1 of the complaint", "Part 2 of the complaint")
                .contains("We found that the outcome on this point was not reasonable and proportionate.")
                .contains("What we have asked the police to do")
                .contains("We asked it to answer by 7 April 2026.")
                .contains("We can recommend, but we cannot make the police force do it.")
                .contains("This decision is final. We cannot review it again.")
                .contains("This is called judicial review.");
    }

    @Test
    @Rule("10.1")
    void where_the_review_is_not_upheld_nothing_is_recommended() {
        assertThat(text("N8 not upheld")).contains("We have not asked the police force to take any steps.");
        assertThat(text("N9 not upheld")).doesNotContain("Answer us in writing by");
    }

    @Test
    @Rule({"N9", "10.2", "11.3"})
    void the_outcome_tells_the_force_oversight_points_and_learning_as_well() {
        assertThat(text("N9 upheld"))
                .contains("The outcome of the complaint was not reasonable and proportionate.")
                .contains("Allegation 1", "Allegation 2")
                .contains("Answer us in writing by 7 April 2026. Say if you accept this. If you do, say what you will do and"
                        + " when. If you do not, say why.")
                .contains("Points on how the complaint was handled", "These points do not change our decision.", "Learning");
        assertThat(text("N9 not upheld")).contains("Points on how the complaint was handled");
    }

    @Test
    @Rule("N10")
    void the_outcome_tells_the_others_finding_and_reasons() {
        assertThat(text("N10 upheld, to the person complained against"))
                .contains("The outcome of the complaint was not reasonable and proportionate.")
                .contains("Our reasons", "Part 1 of the complaint", STORY);
        assertThat(text("N10 not upheld, to an interested person")).contains("Our reasons", STORY);
    }

    @Test
    @Rule({"N11", "11.3"})
    void a_recommendation_tells_measure_text_and_the_day_to_answer() {
        assertThat(text("N11 recommendation"))
                .contains("investigate the complaint (measure P1)")
                .contains("We recommended this in full:", STORY)
                .contains("Answer us in writing by 7 April 2026.")
                .contains("- if you accept the recommendation")
                .contains("- if you do, what you will do and when")
                .contains("- if you do not, why not");
    }

    @Test
    @Rule("N12")
    void a_chaser_or_direction_tells_the_duty_the_step_and_the_day() {
        assertThat(text("N12 papers owed")).contains("Send us the papers by 7 April 2026.");
        assertThat(text("N12 answer owed"))
                .contains("We asked for an answer by 7 April 2026. It has not come.")
                .contains("Send us your answer by 7 April 2026.");
        assertThat(text("N12 direction"))
                .contains("You have a duty to answer, and you have not met it.")
                .contains("We direct the chief officer to take these steps by 7 April 2026:", STORY)
                .contains("section 15 of the Police Reform Act 2002", "The chief officer must comply.");
    }

    @Test
    @Rule("N13")
    void a_copy_of_the_answer_tells_recommendation_and_answer() {
        assertThat(text("N13 not accepted"))
                .contains("The police force does not accept our recommendation.")
                .contains("It reached us on 7 April 2026:")
                .contains("We left out a part of the answer, as it could do harm.")
                .contains("On 2 March 2026 we recommended that the police force should:");
    }

    @Test
    @Rule("N14")
    void a_closing_letter_tells_why_and_that_nothing_was_decided() {
        assertThat(text("N14 complaint withdrawn, to the applicant"))
                .contains("The complaint has been withdrawn.")
                .contains("A signed notice reached the police force on 2 March 2026.")
                .contains("We made no decision.");
        assertThat(text("N14 review withdrawn, to the force")).contains("We made no decision.");
    }

    /** The words of a letter as one line, since the text is broken where a line ends. */
    private static String text(String name) {
        LetterSamples.Sample sample = LetterSamples.usual().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No sample letter is called " + name));
        return RenderingBench.render(sample).text().replaceAll("\\s+", " ");
    }
}
