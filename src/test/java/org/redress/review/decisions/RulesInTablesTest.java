package org.redress.review.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;

/** The rules that decision tables keep, each asked of the tables as they are deployed. */
class RulesInTablesTest {

    private static final Map<String, Decision> TABLES = Decision.byId(DecisionFiles.decisions());

    private static final List<String> TEN = List.of("complaintUnderstood", "allegationAnswered",
            "handlingRightForSeriousness", "sensibleEnquiriesMade", "evidenceWeighed", "reasoningClear", "outcomeFollows",
            "lawfulTestsApplied", "learningFound", "remedyFair");

    /** An application that nothing stops; the sentences change one fact of it. */
    private final Map<String, Object> facts = new HashMap<>(Map.ofEntries(
            Map.entry("complaintMadeOn", "2026-01-15"), Map.entry("relatesToOpenOldMatter", false),
            Map.entry("reopenedUnder13B", false), Map.entry("isComplaint", true), Map.entry("recorded", true),
            Map.entry("investigation", "NONE"), Map.entry("earlyReport", false), Map.entry("finalOutcomeGiven", true),
            Map.entry("lpbIsAppropriateAuthority", false), Map.entry("seniorOfficer", false),
            Map.entry("disciplineOrCrimeRuledOut", true), Map.entry("article2Or3RuledOut", true),
            Map.entry("referredToIopc", false), Map.entry("mustBeReferred", false),
            Map.entry("treatedAsReferred", false), Map.entry("sameIncidentAsIopcComplaint", false),
            Map.entry("anyPartForIopc", false), Map.entry("ownForce", true), Map.entry("clockStarted", true),
            Map.entry("countedDays", 28), Map.entry("specialCircumstances", "NOT_CONSIDERED"),
            Map.entry("applicantIsComplainant", true), Map.entry("consentHeld", false),
            Map.entry("contentsComplete", true), Map.entry("contentsWaived", false), Map.entry("withdrawn", false),
            Map.entry("alreadyReviewed", false)));

    // T1 and section 2: the right to a review

    @Test
    @Rule({"2.1", "T1.2"})
    void a_recorded_complaint_without_an_investigation_goes_by_route_6A() {
        assertThat(route()).isEqualTo("6A");
        assertThat(path()).isEqualTo("REVIEW");
    }

    @Test
    @Rule({"2.2", "T1.3"})
    void a_complaint_that_the_force_investigated_itself_goes_by_route_25() {
        facts.put("investigation", "OWN");
        assertThat(route()).isEqualTo("25");
        assertThat(path()).isEqualTo("REVIEW");
    }

    @Test
    @Rule({"2.3", "T1.4", "V4"})
    void an_early_report_without_a_later_one_gives_no_right() {
        facts.put("investigation", "OWN");
        facts.put("earlyReport", true);
        assertThat(route()).isEqualTo("NONE");
        assertThat(codes()).containsExactly("V4");
        assertThat(path()).isEqualTo("NOT_VALID");
    }

    @Test
    @Rule({"2.4", "T1.5", "V3"})
    void a_directed_investigation_gives_no_right() {
        facts.put("investigation", "DIRECTED");
        assertThat(route()).isEqualTo("NONE");
        assertThat(codes()).containsExactly("V3");
        assertThat(path()).isEqualTo("NOT_VALID");
    }

    @Test
    @Rule({"2.4", "T1.6", "V3"})
    void an_independent_investigation_gives_no_right() {
        facts.put("investigation", "INDEPENDENT");
        assertThat(route()).isEqualTo("NONE");
        assertThat(codes()).containsExactly("V3");
        assertThat(path()).isEqualTo("NOT_VALID");
    }

    @Test
    @Rule({"2.5", "T1.1", "V2"})
    void what_stayed_outside_schedule_3_gives_no_right_whoever_looked_into_it() {
        facts.put("recorded", false);
        for (String investigation : List.of("NONE", "OWN", "DIRECTED", "INDEPENDENT")) {
            facts.put("investigation", investigation);
            assertThat(route()).isEqualTo("NONE");
            assertThat(codes()).contains("V2");
            assertThat(path()).isEqualTo("NOT_VALID");
        }
    }

    @Test
    @Rule({"2.8", "7.5", "V1"})
    void somebody_else_than_the_complainant_needs_written_consent() {
        facts.put("applicantIsComplainant", false);
        assertThat(codes()).containsExactly("V1");
        assertThat(path()).isEqualTo("ASK_APPLICANT");

        facts.put("consentHeld", true);
        assertThat(codes()).isEmpty();
        assertThat(path()).isEqualTo("REVIEW");
    }

    @Test
    @Rule({"2.9", "T1.7", "V5"})
    void what_is_no_complaint_has_no_route_whatever_else_is_true() {
        facts.put("isComplaint", false);
        for (boolean recorded : List.of(true, false)) {
            for (String investigation : List.of("NONE", "OWN", "DIRECTED", "INDEPENDENT")) {
                facts.put("recorded", recorded);
                facts.put("investigation", investigation);
                assertThat(route()).isEqualTo("NONE");
                assertThat(codes()).contains("V5");
                assertThat(path()).isEqualTo("NOT_VALID");
            }
        }
    }

    @Test
    @Rule({"2.10", "V6"})
    void before_the_final_outcome_there_is_no_review_yet() {
        facts.put("finalOutcomeGiven", false);
        assertThat(effects()).containsExactly("PREMATURE");
        assertThat(codes()).containsExactly("V6");
        assertThat(path()).isEqualTo("NOT_VALID");
    }

    @Test
    @Rule({"2.11", "V13"})
    void an_outcome_that_was_reviewed_is_not_reviewed_again() {
        facts.put("alreadyReviewed", true);
        assertThat(codes()).containsExactly("V13");
        assertThat(path()).isEqualTo("NOT_VALID");
    }

    @Test
    @Rule("2.12")
    void there_is_one_question_with_two_answers() {
        assertThat(TABLES.get("AllegationFinding").outputs.get(0).allowed())
                .containsExactlyInAnyOrder("REASONABLE_AND_PROPORTIONATE", "NOT_REASONABLE_AND_PROPORTIONATE");
        assertThat(ask("ReviewOutcome", Map.of("notReasonableCount", 0)).single()).containsEntry("outcome", "NOT_UPHELD");
        assertThat(ask("ReviewOutcome", Map.of("notReasonableCount", 1)).single()).containsEntry("outcome", "UPHELD");
        assertThat(TABLES.get("ReviewOutcome").outputs.get(0).allowed()).containsExactlyInAnyOrder("NOT_UPHELD", "UPHELD");
    }

    // T2 and section 4: who must review it

    @Test
    @Rule("T2.1")
    void a_complaint_for_which_a_local_policing_body_is_the_authority_is_for_the_iopc() {
        assertLimb("lpbIsAppropriateAuthority", true, "LPB_IS_AUTHORITY", "para 30(1)(a)");
    }

    @Test
    @Rule("T2.2")
    void a_complaint_about_a_senior_officer_is_for_the_iopc() {
        assertLimb("seniorOfficer", true, "SENIOR_OFFICER", "reg 32(a)");
    }

    @Test
    @Rule("T2.3")
    void crime_or_discipline_not_ruled_out_makes_it_the_iopcs() {
        assertLimb("disciplineOrCrimeRuledOut", false, "DISCIPLINE_OR_CRIME_NOT_RULED_OUT", "reg 32(b)(i)");
    }

    @Test
    @Rule("T2.4")
    void a_breach_of_article_2_or_3_not_ruled_out_makes_it_the_iopcs() {
        assertLimb("article2Or3RuledOut", false, "ARTICLE_2_OR_3_NOT_RULED_OUT", "reg 32(b)(ii)");
    }

    @Test
    @Rule("T2.5")
    void what_was_referred_is_for_the_iopc() {
        assertLimb("referredToIopc", true, "REFERRED", "reg 32(c)");
    }

    @Test
    @Rule("T2.6")
    void what_had_to_be_referred_is_for_the_iopc() {
        assertLimb("mustBeReferred", true, "MUST_BE_REFERRED", "reg 32(c)");
    }

    @Test
    @Rule("T2.7")
    void what_the_iopc_called_in_is_for_the_iopc() {
        assertLimb("treatedAsReferred", true, "TREATED_AS_REFERRED", "reg 32(d), para 4A(1)");
    }

    @Test
    @Rule("T2.8")
    void the_same_incident_as_a_complaint_for_the_iopc_makes_it_theirs() {
        assertLimb("sameIncidentAsIopcComplaint", true, "SAME_INCIDENT", "reg 32(e)");
    }

    @Test
    @Rule("T2.9")
    void one_part_for_the_iopc_makes_the_whole_theirs() {
        assertLimb("anyPartForIopc", true, "PART_FOR_IOPC", "reg 32(f)");
    }

    @Test
    @Rule("T2.10")
    void without_any_limb_our_own_force_is_for_us() {
        assertThat(reviewBody()).isEqualTo("THIS_BODY");
        assertThat(path()).isEqualTo("REVIEW");
    }

    @Test
    @Rule({"T2.11", "V9"})
    void without_any_limb_another_force_is_for_its_own_body() {
        facts.put("ownForce", false);
        assertThat(reviewBody()).isEqualTo("OTHER_BODY");
        assertThat(codes()).containsExactly("V9");
        assertThat(path()).isEqualTo("OTHER_BODY");
    }

    @Test
    @Rule("T2.12")
    void doubt_about_either_double_negative_sends_the_case_to_the_iopc() {
        for (String fact : List.of("disciplineOrCrimeRuledOut", "article2Or3RuledOut")) {
            Map<String, Object> doubtful = new HashMap<>(facts);
            doubtful.put(fact, null);
            assertThat(ask("RelevantReviewBody", doubtful).single()).as(fact).containsEntry("reviewBody", "IOPC");
        }
    }

    @Test
    @Rule({"4.7", "V8"})
    void the_iopc_decides_even_what_is_late_incomplete_withdrawn_or_without_a_right() {
        facts.put("referredToIopc", true);
        assertThat(codes()).containsExactly("V8");
        facts.putAll(Map.of("countedDays", 400, "specialCircumstances", "REFUSED", "contentsComplete", false,
                "withdrawn", true, "recorded", false, "alreadyReviewed", true));
        assertThat(codes()).contains("V8", "V10", "V11", "V12", "V13", "V2");
        assertThat(path()).isEqualTo("FORWARD_TO_IOPC");
    }

    // T3 and section 5: in time or not

    @Test
    @Rule("T3.1")
    void where_the_time_never_started_it_is_in_time() {
        facts.put("clockStarted", false);
        facts.put("countedDays", 400);
        assertThat(timeliness()).isEqualTo("IN_TIME");
    }

    @Test
    @Rule("T3.2")
    void up_to_28_counted_days_it_is_in_time() {
        for (int days : List.of(-3, 0, 1, 27, 28)) {
            facts.put("countedDays", days);
            assertThat(timeliness()).as("%d days", days).isEqualTo("IN_TIME");
        }
    }

    @Test
    @Rule("T3.3")
    void from_the_29th_day_reasons_are_asked_for() {
        facts.put("countedDays", 29);
        assertThat(timeliness()).isEqualTo("ASK_FOR_REASONS");
        assertThat(path()).isEqualTo("ASK_APPLICANT");
    }

    @Test
    @Rule("T3.4")
    void accepted_reasons_make_it_accepted_late() {
        facts.put("countedDays", 29);
        facts.put("specialCircumstances", "ACCEPTED");
        assertThat(timeliness()).isEqualTo("ACCEPTED_LATE");
        assertThat(path()).isEqualTo("REVIEW");
    }

    @Test
    @Rule({"T3.5", "V10"})
    void refused_reasons_make_it_out_of_time() {
        facts.put("countedDays", 29);
        facts.put("specialCircumstances", "REFUSED");
        assertThat(timeliness()).isEqualTo("OUT_OF_TIME");
        assertThat(codes()).containsExactly("V10");
        assertThat(path()).isEqualTo("NOT_VALID");
    }

    // T4: the codes that no section above reaches

    @Test
    @Rule("V7")
    void an_old_case_is_pointed_to_the_appeal_whatever_else_is_wrong() {
        facts.put("complaintMadeOn", "2020-01-31");
        assertThat(codes()).containsExactly("V7");
        facts.put("referredToIopc", true);
        facts.put("withdrawn", true);
        assertThat(path()).isEqualTo("OLD_RULES");
    }

    @Test
    @Rule("V11")
    void a_withdrawal_closes_the_case_before_any_other_refusal() {
        facts.put("withdrawn", true);
        assertThat(codes()).containsExactly("V11");
        facts.put("recorded", false);
        facts.put("contentsComplete", false);
        assertThat(path()).isEqualTo("WITHDRAWN");
    }

    @Test
    @Rule({"7.3", "V12"})
    void missing_contents_are_asked_for_and_may_be_waived() {
        facts.put("contentsComplete", false);
        assertThat(effects()).containsExactly("ASK");
        assertThat(path()).isEqualTo("ASK_APPLICANT");

        facts.put("contentsWaived", true);
        assertThat(codes()).isEmpty();
        assertThat(path()).isEqualTo("REVIEW");
    }

    // T5: what a body may do, as 6A here, 6A IOPC, 25 here, 25 IOPC

    @Test
    @Rule("P1")
    void p1_investigation() {
        assertPowers("P1", "RECOMMEND", "DETERMINE", null, null);
    }

    @Test
    @Rule("P2")
    void p2_referral() {
        assertPowers("P2", "RECOMMEND", null, null, null);
    }

    @Test
    @Rule("P3")
    void p3_investigation_again() {
        assertPowers("P3", null, null, "RECOMMEND", "DIRECT");
    }

    @Test
    @Rule("P4")
    void p4_own_findings() {
        assertPowers("P4", null, null, null, "DETERMINE");
    }

    @Test
    @Rule("P5")
    void p5_case_to_answer() {
        assertPowers("P5", null, null, "RECOMMEND", "RECOMMEND");
    }

    @Test
    @Rule("P6")
    void p6_performance() {
        assertPowers("P6", null, null, "RECOMMEND", "RECOMMEND");
    }

    @Test
    @Rule("P7")
    void p7_disciplinary_proceedings() {
        assertPowers("P7", null, null, "RECOMMEND", "RECOMMEND");
    }

    @Test
    @Rule("P8")
    void p8_changed_disciplinary_proceedings() {
        assertPowers("P8", null, null, "RECOMMEND", "RECOMMEND");
    }

    @Test
    @Rule("P9")
    void p9_director_of_public_prosecutions() {
        assertPowers("P9", null, null, "RECOMMEND", "NOTIFY");
    }

    @Test
    @Rule("P10")
    void p10_putting_things_right() {
        assertPowers("P10", "RECOMMEND", "RECOMMEND", "RECOMMEND", "RECOMMEND");
    }

    @Test
    @Rule("P11")
    void p11_organisational_learning() {
        assertPowers("P11", null, "RECOMMEND", null, "RECOMMEND");
    }

    @Test
    @Rule("P12")
    void p12_compensation() {
        assertPowers("P12", null, null, null, null);
    }

    @Test
    @Rule("P13")
    void p13_overturning() {
        assertPowers("P13", null, null, null, null);
    }

    @Test
    @Rule("P14")
    void p14_directing_a_misconduct_recommendation() {
        assertPowers("P14", null, null, null, "DIRECT");
    }

    // T6: which law

    @Test
    @Rule("T6.1")
    void what_was_reopened_since_february_2020_is_under_the_present_rules_however_old() {
        facts.put("reopenedUnder13B", true);
        for (String day : List.of("2011-05-01", "2020-01-31", "2026-01-15")) {
            facts.put("complaintMadeOn", day);
            facts.put("relatesToOpenOldMatter", true);
            assertThat(regime()).as(day).isEqualTo("NEW");
        }
    }

    @Test
    @Rule("T6.2")
    void what_was_made_before_february_2020_is_under_the_old_rules() {
        facts.put("complaintMadeOn", "2020-01-31");
        assertThat(regime()).isEqualTo("OLD");
    }

    @Test
    @Rule("T6.3")
    void what_was_made_since_about_an_older_matter_still_open_is_under_the_old_rules() {
        facts.put("complaintMadeOn", "2020-02-01");
        facts.put("relatesToOpenOldMatter", true);
        assertThat(regime()).isEqualTo("OLD");
    }

    @Test
    @Rule("T6.4")
    void everything_else_is_under_the_present_rules() {
        facts.put("complaintMadeOn", "2020-02-01");
        assertThat(regime()).isEqualTo("NEW");
    }

    // 12a: was the outcome reasonable and proportionate

    @Test
    @Rule("12a.1")
    void a_no_to_any_of_the_ten_questions_about_the_outcome_speaks_against_it() {
        for (String question : TEN) {
            Map<String, Object> answers = allYes();
            answers.put(question, "NO");
            assertThat(ask("AllegationFinding", answers).single()).as(question)
                    .containsEntry("finding", "NOT_REASONABLE_AND_PROPORTIONATE");
        }
        assertThat(ask("AllegationFinding", allYes()).single()).containsEntry("finding", "REASONABLE_AND_PROPORTIONATE");
    }

    @Test
    @Rule("12a.2")
    void slips_of_handling_alone_do_not_speak_against_the_outcome() {
        Map<String, Object> answers = allYes();
        answers.put("complainantListenedTo", "NO");
        answers.put("plainExplanationGiven", "NO");
        assertThat(ask("AllegationFinding", answers).single()).containsEntry("finding", "REASONABLE_AND_PROPORTIONATE");
    }

    private static Map<String, Object> allYes() {
        Map<String, Object> answers = new HashMap<>();
        TEN.forEach(question -> answers.put(question, "YES"));
        answers.put("complainantListenedTo", "YES");
        answers.put("plainExplanationGiven", "YES");
        return answers;
    }

    private void assertLimb(String fact, boolean met, String limb, String provision) {
        assertThat(ask("ReviewBodyLimbs", facts).rows()).as("before").isEmpty();
        facts.put(fact, met);
        assertThat(ask("ReviewBodyLimbs", facts).rows()).containsExactly(Map.of("limb", limb, "provision", provision));
        for (boolean ownForce : List.of(true, false)) {
            facts.put("ownForce", ownForce);
            assertThat(reviewBody()).isEqualTo("IOPC");
        }
        assertThat(path()).isEqualTo("FORWARD_TO_IOPC");
    }

    private static void assertPowers(String measure, String here6A, String iopc6A, String here25, String iopc25) {
        assertThat(power(measure, "6A", "THIS_BODY")).as("6A here").isEqualTo(here6A);
        assertThat(power(measure, "6A", "OTHER_BODY")).as("6A another local policing body").isEqualTo(here6A);
        assertThat(power(measure, "6A", "IOPC")).as("6A IOPC").isEqualTo(iopc6A);
        assertThat(power(measure, "25", "THIS_BODY")).as("25 here").isEqualTo(here25);
        assertThat(power(measure, "25", "OTHER_BODY")).as("25 another local policing body").isEqualTo(here25);
        assertThat(power(measure, "25", "IOPC")).as("25 IOPC").isEqualTo(iopc25);
    }

    private static String power(String measure, String route, String body) {
        Predicate<Map<String, Object>> wanted = row -> measure.equals(row.get("measure"));
        return ask("AvailableMeasures", Map.of("route", route, "reviewBody", body)).rows().stream()
                .filter(wanted)
                .map(row -> row.get("power").toString())
                .reduce((one, other) -> one + " and " + other)
                .orElse(null);
    }

    private String regime() {
        return ask("Regime", facts).single().get("regime").toString();
    }

    private String route() {
        return ask("ReviewRoute", facts).single().get("route").toString();
    }

    private String reviewBody() {
        return ask("RelevantReviewBody", facts).single().get("reviewBody").toString();
    }

    private String timeliness() {
        return ask("Timeliness", facts).single().get("timeliness").toString();
    }

    private List<Object> codes() {
        return validity().all("code");
    }

    private List<Object> effects() {
        return validity().all("effect");
    }

    private Decision.Answer validity() {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("regime", regime());
        all.put("route", route());
        all.put("reviewBody", reviewBody());
        all.put("timeliness", timeliness());
        return ask("Validity", all);
    }

    private String path() {
        return ask("ReviewPath", Map.of("regime", regime(), "reviewBody", reviewBody(), "timeliness", timeliness(),
                        "validityCodes", new ArrayList<>(codes())))
                .single().get("path").toString();
    }

    private static Decision.Answer ask(String table, Map<String, Object> given) {
        return TABLES.get(table).ask(given);
    }
}
