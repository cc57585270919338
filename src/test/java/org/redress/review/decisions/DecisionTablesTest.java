package org.redress.review.decisions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.redress.review.Limb;
import org.redress.rules.Rule;

/**
 * Asks every decision table in {@code processes/} what its worked examples ask, and checks what the contract promises
 * about names and values. A table or an example that a process owner adds is found and checked without a change here.
 */
class DecisionTablesTest {

    private static final List<Decision> DECISIONS = DecisionFiles.decisions();
    private static final Map<String, Decision> BY_ID = Decision.byId(DECISIONS);

    /** Contract, sections 4 and 8: inputs and outputs by decision, and ReviewPath for the order of ends in section 7. */
    private static final Map<String, Signature> PROMISED = promised();

    private record Signature(List<String> inputs, Map<String, Set<String>> outputs) {}

    @TestFactory
    Stream<DynamicNode> a_table_answers_every_worked_example_as_the_example_says() {
        return DECISIONS.stream().map(decision -> dynamicContainer(decision.id, examples(decision).stream()
                .map(example -> dynamicTest(example.where(), () -> {
                    assertThat(comparable(decision.ask(example.given()).rows()))
                            .as("%s, unknown facts sent as null", example.where())
                            .isEqualTo(comparable(example.expected()));
                    assertThat(comparable(decision.ask(example.givenWithoutUnknowns()).rows()))
                            .as("%s, unknown facts left out", example.where())
                            .isEqualTo(comparable(example.expected()));
                }))));
    }

    @TestFactory
    Stream<DynamicTest> the_worked_examples_reach_every_rule() {
        return forEachDecision(decision -> {
            Set<String> missed = new TreeSet<>(decision.rules.stream().map(Decision.Rule::id).toList());
            examples(decision).forEach(example -> missed.removeAll(decision.ask(example.given()).rules()));
            assertThat(missed)
                    .as("rules of %s that no line of %s reaches", decision.id, DecisionFiles.examplesOf(decision))
                    .isEmpty();
        });
    }

    @Test
    void a_new_table_without_examples_is_found_out(@TempDir Path folder) throws IOException {
        Files.copy(DecisionFiles.PROCESSES.resolve("review/ReviewOutcome.dmn"), folder.resolve("Another.dmn"));
        List<Decision> found = DecisionFiles.decisions(folder);

        assertThat(found).hasSize(1).allSatisfy(decision -> assertThatThrownBy(() -> examples(decision))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the worked examples of ReviewOutcome"));
    }

    @Test
    void every_example_file_belongs_to_a_table_beside_it() {
        assertThat(DecisionFiles.files(DecisionFiles.EXAMPLES))
                .containsExactlyInAnyOrderElementsOf(DECISIONS.stream().map(DecisionFiles::examplesOf).toList());
    }

    @Test
    void every_decision_of_the_contract_exists_and_no_id_stands_twice() {
        assertThat(DECISIONS).extracting(decision -> decision.id).doesNotHaveDuplicates();
        assertThat(BY_ID.keySet()).containsAll(PROMISED.keySet());
    }

    @Test
    void the_name_of_a_file_is_the_id_of_a_decision_in_it_and_what_else_it_holds_is_required_by_that_one() {
        Map<String, List<Decision>> byFile = new LinkedHashMap<>();
        DECISIONS.forEach(decision -> byFile
                .computeIfAbsent(DecisionFiles.stem(decision.file, ".dmn"), stem -> new ArrayList<>()).add(decision));
        byFile.forEach((stem, decisions) -> {
            assertThat(Decision.ids(decisions)).as("decisions in %s.dmn", stem).contains(stem);
            Set<String> reached = new LinkedHashSet<>(List.of(stem));
            reached.addAll(BY_ID.get(stem).requires);
            assertThat(reached).as("%s and what it requires", stem).containsAll(Decision.ids(decisions));
        });
    }

    @TestFactory
    Stream<DynamicTest> every_rule_has_an_id_that_can_be_read_and_an_annotation_with_its_source() {
        Pattern source = Pattern.compile(
                "\\b(paras?|reg|section|S\\.I\\.) ?\\d|[Ww]orking practice|[Pp]ractice \\(|statutory guidance");
        return forEachDecision(decision -> {
            assertThat(decision.rules).isNotEmpty();
            decision.rules.forEach(rule -> {
                assertThat(rule.id()).as("id of a rule of %s", decision.id).matches("[a-z][a-z0-9]*(_[a-z0-9]+)+");
                assertThat(rule.id()).as("generated id").doesNotMatch("(?i).*(decisionrule|unarytests).*");
                assertThat(rule.annotation()).as("annotation of %s", rule.id()).containsPattern(source);
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> every_table_speaks_in_staff_words_and_opens_as_a_picture() {
        return forEachDecision(decision -> {
            assertThat(decision.name).as("name").isNotBlank().isNotEqualTo(decision.id).contains(" ");
            assertThat(decision.description()).as("description").hasSizeGreaterThan(40);
            Stream.concat(decision.inputs.stream(), decision.outputs.stream()).forEach(column ->
                    assertThat(column.label()).as("label of %s", column.name())
                            .isNotBlank().isNotEqualTo(column.name()));
            assertThat(decision.hasDiagramShape()).as("shape in the diagram").isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> what_a_table_answered_is_kept_for_six_years_at_least() {
        // the engine takes whole days only: it cannot read P6Y
        return forEachDecision(decision -> {
            assertThat(decision.timeToLive).matches("P\\d+D");
            assertThat(Integer.parseInt(decision.timeToLive.replaceAll("\\D", ""))).isGreaterThanOrEqualTo(2192);
        });
    }

    @Test
    void hit_policies_are_those_that_the_house_allows_and_first_is_used_only_for_the_order_of_ends() {
        assertThat(DECISIONS).allSatisfy(decision ->
                assertThat(decision.hitPolicy).as(decision.id).isIn("UNIQUE", "COLLECT", "FIRST"));
        assertThat(DECISIONS.stream().filter(decision -> decision.hitPolicy.equals("FIRST")).map(d -> d.id))
                .containsExactly("ReviewPath");
    }

    @TestFactory
    Stream<DynamicTest> a_table_of_the_contract_asks_for_the_facts_of_the_contract() {
        return forEachPromise((decision, signature) -> {
            List<String> header = Example.header(DecisionFiles.examplesOf(decision));
            assertThat(header.subList(1, header.size() - decision.outputs.size()))
                    .as("facts in the examples of %s", decision.id)
                    .containsExactlyInAnyOrderElementsOf(signature.inputs());
            List<Decision.Column> asked = askedFor(decision);
            assertThat(signature.inputs()).allSatisfy(input ->
                    assertThat(asked).as("columns that ask for %s", input).anyMatch(column -> column.uses(input)));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_table_of_the_contract_answers_in_the_names_and_values_of_the_contract() {
        return forEachPromise((decision, signature) -> {
            assertThat(decision.outputs).extracting(Decision.Column::name)
                    .containsExactlyElementsOf(signature.outputs().keySet());
            for (int i = 0; i < decision.outputs.size(); i++) {
                int column = i;
                Decision.Column output = decision.outputs.get(i);
                Set<String> values = signature.outputs().get(output.name());
                if (values.isEmpty()) {
                    continue;
                }
                assertThat(output.allowed()).as("listed values of %s", output.name())
                        .containsExactlyInAnyOrderElementsOf(values);
                assertThat(decision.rules).allSatisfy(rule -> {
                    String cell = rule.conclusions().get(column);
                    assertThat(cell.equals("null") || values.contains(cell.replaceAll("^\"|\"$", "")))
                            .as("%s gives %s, which is none of %s", rule.id(), cell, values)
                            .isTrue();
                });
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_cell_that_compares_with_a_word_uses_a_word_its_column_allows() {
        return forEachDecision(decision -> decision.rules.forEach(rule -> {
            for (int i = 0; i < decision.inputs.size(); i++) {
                List<String> allowed = decision.inputs.get(i).allowed();
                if (!allowed.isEmpty()) {
                    assertThat(allowed).as("column %s of %s", decision.inputs.get(i).label(), rule.id())
                            .containsAll(Decision.literals(rule.conditions().get(i)));
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> no_cell_holds_a_yes_in_a_list_or_a_negation_where_feel_takes_it_for_always_or_never() {
        // "true, null" hits on false as well and "not(true)" never hits; "not(false)" and "false, null" do as they say
        Pattern misread = Pattern.compile("\\btrue\\b\\s*,|,\\s*true\\b|not\\(\\s*true\\s*\\)");
        return forEachDecision(decision -> decision.rules.forEach(rule ->
                assertThat(rule.conditions()).as("cells of %s", rule.id())
                        .noneMatch(cell -> misread.matcher(cell).find())));
    }

    @TestFactory
    Stream<DynamicTest> a_table_that_gives_one_answer_gives_exactly_one_for_every_combination_of_facts() {
        return forEachDecision(
                decision -> !decision.collects(),
                decision -> {
                    List<String> faults = new ArrayList<>();
                    for (Map<String, Object> facts : combinations(decision)) {
                        try {
                            List<String> hit = decision.askAlone(facts).rules();
                            if (hit.size() != 1) {
                                faults.add("no rule for " + facts);
                            }
                        } catch (RuntimeException overlap) {
                            faults.add(facts + ": " + overlap.getMessage());
                        }
                    }
                    assertThat(faults).as("gaps and overlaps of %s", decision.id).isEmpty();
                });
    }

    @Test
    void the_combinations_that_are_tried_include_the_days_and_numbers_on_both_sides_of_every_limit() {
        assertThat(combinations(BY_ID.get("Timeliness"))).extracting(facts -> facts.get("countedDays"))
                .contains(27, 28, 29, null);
        assertThat(combinations(BY_ID.get("Regime"))).extracting(facts -> facts.get("complaintMadeOn"))
                .contains("2020-01-31", "2020-02-01", "2020-02-02", null);
    }

    @Test
    void a_case_has_no_escalation_exactly_where_no_reason_for_one_is_met() {
        Decision escalation = BY_ID.get("Escalation");
        Map<String, List<Object>> samples = samples(escalation);
        Map<String, Object> quiet = new HashMap<>();
        samples.forEach((fact, values) -> quiet.put(fact, values.contains(false) ? false : 0));
        List<String> facts = List.copyOf(samples.keySet());
        for (String one : facts) {
            for (String other : facts) {
                for (Object oneValue : samples.get(one)) {
                    for (Object otherValue : samples.get(other)) {
                        Map<String, Object> given = new HashMap<>(quiet);
                        given.put(one, oneValue);
                        given.put(other, otherValue);
                        List<String> hit = escalation.ask(given).rules();
                        assertThat(hit).as("rules for %s=%s, %s=%s", one, oneValue, other, otherValue).isNotEmpty();
                        assertThat(hit.contains("escalate_none"))
                                .as("escalate_none among %s for %s=%s, %s=%s", hit, one, oneValue, other, otherValue)
                                .isEqualTo(hit.size() == 1 && escalation.ask(given).all("level").contains("NONE"));
                    }
                }
            }
        }
    }

    @Test
    void validity_codes_may_come_as_a_list_or_as_text_and_in_any_other_shape_they_start_no_review() {
        Map<Object, String> paths = new LinkedHashMap<>();
        paths.put(List.of(), "REVIEW");
        paths.put("", "REVIEW");
        paths.put(List.of("V11"), "WITHDRAWN");
        paths.put("V11", "WITHDRAWN");
        paths.put("V1,V11", "WITHDRAWN");
        paths.put(Set.of("V11"), "ASK_APPLICANT");
        paths.put(new String[] {"V11"}, "ASK_APPLICANT");
        paths.forEach((codes, path) -> assertThat(BY_ID.get("ReviewPath")
                        .ask(Map.of("regime", "NEW", "reviewBody", "THIS_BODY", "timeliness", "IN_TIME",
                                "validityCodes", codes))
                        .single())
                .as("codes %s", codes)
                .containsEntry("path", path));
    }

    @Test
    void a_date_left_empty_on_a_form_counts_as_not_known() {
        assertThat(BY_ID.get("Regime").ask(Map.of("complaintMadeOn", "")).rules())
                .containsExactly("regime_date_not_known");
    }

    @Test
    void each_limb_stands_with_its_own_provision() {
        Map<String, String> provisions = new LinkedHashMap<>();
        BY_ID.get("ReviewBodyLimbs").rules.forEach(rule -> provisions.put(
                rule.conclusions().get(0).replace("\"", ""), rule.conclusions().get(1).replace("\"", "")));
        assertThat(provisions).containsExactlyInAnyOrderEntriesOf(Map.of(
                "LPB_IS_AUTHORITY", "para 30(1)(a)",
                "SENIOR_OFFICER", "reg 32(a)",
                "DISCIPLINE_OR_CRIME_NOT_RULED_OUT", "reg 32(b)(i)",
                "ARTICLE_2_OR_3_NOT_RULED_OUT", "reg 32(b)(ii)",
                "REFERRED", "reg 32(c)",
                "MUST_BE_REFERRED", "reg 32(c)",
                "TREATED_AS_REFERRED", "reg 32(d), para 4A(1)",
                "SAME_INCIDENT", "reg 32(e)",
                "PART_FOR_IOPC", "reg 32(f)"));
    }

    @Test
    void each_limb_begins_its_annotation_with_plain_words_and_asks_for_the_one_fact_that_the_program_knows_it_by() {
        Decision limbs = BY_ID.get("ReviewBodyLimbs");
        assertThat(limbs.rules).allSatisfy(rule -> {
            List<String> lines = rule.annotation().lines().toList();
            assertThat(lines.get(0)).as("words of %s", rule.id()).endsWith(".").doesNotContain("reg ", "para ", "T2");
            assertThat(lines).as("words and source of %s", rule.id()).hasSizeGreaterThan(1);
            List<String> asked = new ArrayList<>();
            for (int i = 0; i < limbs.inputs.size(); i++) {
                if (!rule.conditions().get(i).isEmpty()) {
                    asked.add(limbs.inputs.get(i).expression());
                }
            }
            assertThat(asked).containsExactly(Limb.valueOf(rule.conclusions().get(0).replace("\"", "")).fact());
        });
    }

    @Test
    @Rule("10.4")
    void a_local_policing_body_only_ever_recommends() {
        Decision measures = BY_ID.get("AvailableMeasures");
        for (String route : List.of("6A", "25")) {
            for (String body : List.of("THIS_BODY", "OTHER_BODY")) {
                List<Object> powers = measures.ask(Map.of("route", route, "reviewBody", body)).all("power");
                assertThat(powers).as("%s on route %s", body, route).isNotEmpty().containsOnly("RECOMMEND");
            }
        }
    }

    static List<Example> examples(Decision decision) {
        var file = DecisionFiles.examplesOf(decision);
        assertThat(Files.exists(file)).as("%s, the worked examples of %s", file, decision.id).isTrue();
        return Example.of(decision, askedFor(decision), file);
    }

    /** The columns of a table and of the tables it requires: all that the one who asks may have to give. */
    private static List<Decision.Column> askedFor(Decision decision) {
        List<Decision.Column> columns = new ArrayList<>(decision.inputs);
        decision.requires.forEach(required -> columns.addAll(askedFor(BY_ID.get(required))));
        return columns;
    }

    /** No row and a row with nothing in it both say that nothing is proposed. */
    static List<Map<String, Object>> comparable(List<Map<String, Object>> rows) {
        return rows.stream()
                .filter(row -> row.values().stream().anyMatch(value -> value != null))
                .<Map<String, Object>>map(HashMap::new)
                .toList();
    }

    /** Every combination of the values worth trying; one map of facts each. */
    private static List<Map<String, Object>> combinations(Decision decision) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        samples(decision).forEach((fact, values) -> {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> facts : all) {
                for (Object value : values) {
                    Map<String, Object> more = new HashMap<>(facts);
                    more.put(fact, value);
                    longer.add(more);
                }
            }
            all.clear();
            all.addAll(longer);
        });
        return all;
    }

    /** For each fact that a table reads itself: not known, every allowed value, and both sides of every limit. */
    private static Map<String, List<Object>> samples(Decision decision) {
        Map<String, List<Object>> samples = new LinkedHashMap<>();
        for (int i = 0; i < decision.inputs.size(); i++) {
            Decision.Column column = decision.inputs.get(i);
            int index = i;
            List<String> cells = decision.rules.stream().map(rule -> rule.conditions().get(index)).toList();
            Set<Object> values = new LinkedHashSet<>();
            values.add(null);
            List<String> answersOfRequired = decision.requires.stream()
                    .flatMap(required -> BY_ID.get(required).outputs.stream())
                    .map(Decision.Column::name)
                    .filter(column::uses)
                    .toList();
            String fact;
            if (!answersOfRequired.isEmpty()) {
                fact = answersOfRequired.get(0);
                values.addAll(Arrays.asList(List.of("one"), List.of("one", "two")));
            } else if (column.uses("validityCodes")) {
                fact = "validityCodes";
                values.addAll(codeLists());
            } else if (column.uses("complaintMadeOn")) {
                fact = "complaintMadeOn";
                cells.stream().flatMap(cell -> Decision.literals(cell).stream())
                        .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}"))
                        .map(LocalDate::parse)
                        .forEach(day -> values.addAll(
                                List.of(day.minusDays(1).toString(), day.toString(), day.plusDays(1).toString())));
            } else {
                fact = column.expression();
                assertThat(fact).as("a column of %s that this test cannot try", decision.id).matches("\\w+");
                values.addAll(column.allowed());
                if (column.type().equals("boolean")) {
                    values.addAll(List.of(true, false));
                } else if (column.type().equals("integer")) {
                    cells.forEach(cell -> Pattern.compile("\\d+").matcher(cell).results()
                            .map(match -> Integer.parseInt(match.group()))
                            .forEach(limit -> values.addAll(List.of(limit - 1, limit, limit + 1))));
                }
            }
            assertThat(values).as("values to try for %s", fact).hasSizeGreaterThan(1);
            samples.put(fact, new ArrayList<>(values));
        }
        return samples;
    }

    private static Collection<List<String>> codeLists() {
        List<String> codes = BY_ID.get("Validity").outputs.get(0).allowed();
        Set<List<String>> lists = new LinkedHashSet<>(Set.of(List.of()));
        codes.forEach(one -> codes.forEach(other -> lists.add(one.equals(other) ? List.of(one) : List.of(one, other))));
        return lists;
    }

    private static Stream<DynamicTest> forEachDecision(Consumer<Decision> check) {
        return forEachDecision(decision -> true, check);
    }

    private static Stream<DynamicTest> forEachDecision(
            Predicate<Decision> which, Consumer<Decision> check) {
        return DECISIONS.stream().filter(which)
                .map(decision -> dynamicTest(decision.id, () -> check.accept(decision)));
    }

    private static Stream<DynamicTest> forEachPromise(BiConsumer<Decision, Signature> check) {
        return PROMISED.entrySet().stream().map(promise ->
                dynamicTest(promise.getKey(), () -> check.accept(BY_ID.get(promise.getKey()), promise.getValue())));
    }

    private static Map<String, Signature> promised() {
        String nine = "lpbIsAppropriateAuthority seniorOfficer disciplineOrCrimeRuledOut article2Or3RuledOut "
                + "referredToIopc mustBeReferred treatedAsReferred sameIncidentAsIopcComplaint anyPartForIopc";
        String codes = Stream.iterate(1, i -> i <= 13, i -> i + 1).map(i -> "V" + i).collect(joining(" "));
        String measures = Stream.iterate(1, i -> i <= 14, i -> i + 1).map(i -> "P" + i).collect(joining(" "));
        Map<String, Signature> promised = new LinkedHashMap<>();
        promised.put("Regime", signature("complaintMadeOn relatesToOpenOldMatter reopenedUnder13B",
                output("regime", "NEW OLD")));
        promised.put("ReviewRoute", signature("isComplaint recorded investigation earlyReport",
                output("route", "6A 25 NONE")));
        promised.put("ReviewBodyLimbs", signature(nine,
                output("limb", "LPB_IS_AUTHORITY SENIOR_OFFICER DISCIPLINE_OR_CRIME_NOT_RULED_OUT "
                        + "ARTICLE_2_OR_3_NOT_RULED_OUT REFERRED MUST_BE_REFERRED TREATED_AS_REFERRED SAME_INCIDENT "
                        + "PART_FOR_IOPC"),
                output("provision", "")));
        promised.put("RelevantReviewBody", signature(nine + " ownForce",
                output("reviewBody", "IOPC THIS_BODY OTHER_BODY")));
        promised.put("Timeliness", signature("clockStarted countedDays specialCircumstances",
                output("timeliness", "IN_TIME ASK_FOR_REASONS ACCEPTED_LATE OUT_OF_TIME")));
        promised.put("Validity", signature("applicantIsComplainant consentHeld isComplaint finalOutcomeGiven withdrawn "
                        + "contentsComplete contentsWaived alreadyReviewed route recorded investigation earlyReport "
                        + "regime reviewBody timeliness",
                output("code", codes), output("effect", "")));
        promised.put("Escalation", signature("deathOrSeriousInjury article2Or3Raised discriminationAlleged "
                        + "vulnerableComplainant mediaInterest litigationThreatened unreasonableConduct repeatContact "
                        + "allegationCount pagesOfPapers daysOpen",
                output("level", "NONE OFFICER MANAGER"), output("reason", "")));
        promised.put("AllegationFinding", signature("complaintUnderstood allegationAnswered "
                        + "handlingRightForSeriousness sensibleEnquiriesMade evidenceWeighed reasoningClear "
                        + "outcomeFollows lawfulTestsApplied learningFound remedyFair complainantListenedTo "
                        + "plainExplanationGiven",
                output("finding", "REASONABLE_AND_PROPORTIONATE NOT_REASONABLE_AND_PROPORTIONATE"),
                output("reason", "")));
        promised.put("ReviewOutcome", signature("notReasonableCount", output("outcome", "NOT_UPHELD UPHELD")));
        promised.put("AvailableMeasures", signature("route reviewBody",
                output("measure", measures), output("power", "RECOMMEND DETERMINE DIRECT NOTIFY"),
                output("provision", "")));
        promised.put("ReviewPath", signature("regime reviewBody timeliness validityCodes",
                output("path", "OLD_RULES FORWARD_TO_IOPC OTHER_BODY WITHDRAWN NOT_VALID ASK_APPLICANT REVIEW")));
        promised.put("AppropriateAuthority", signature("subject ownConduct",
                output("authority", "THIS_BODY FORCE STAFF_PROCESS ELECTED_BODY_PROCESS OTHER_BODY")));
        promised.put("Recording", signature("wantsRecording deathOrSeriousInjury mayBeCrimeOrDiscipline article2Or3 "
                        + "prescribedReferral",
                output("recording", "RECORD MAY_HANDLE_OUTSIDE")));
        promised.put("Referral", signature("deathOrSeriousInjury seriousMatter sameIncident chiefOrDeputy "
                        + "crimeOrDisciplineRuledOut calledIn graveOrExceptional",
                output("referral", "MANDATORY VOLUNTARY"), output("ground", "")));
        promised.put("ForfeitureGateway", signature("conviction tenYearsOrMore connectedWithService certificate",
                output("mayForfeit", ""), output("reason", "")));
        promised.put("CorrespondenceTriage", signature("riskToLife outcomeLetterExists recordedComplaint disputesOutcome "
                        + "aboutCommissioner aboutForce aboutBodyOrMayor asksForInformation asksForOwnData fromMember "
                        + "abusive reviewBody",
                output("route", "EMERGENCY REVIEW FORWARD_TO_IOPC WISH_TO_RECORD COMMISSIONER FORCE OWN_COMPLAINT "
                        + "FREEDOM_OF_INFORMATION SUBJECT_ACCESS MEMBER CONDUCT_POLICY GENERAL"),
                output("row", "")));
        return promised;
    }

    @SafeVarargs
    private static Signature signature(String inputs, Map.Entry<String, Set<String>>... outputs) {
        Map<String, Set<String>> byName = new LinkedHashMap<>();
        Stream.of(outputs).forEach(output -> byName.put(output.getKey(), output.getValue()));
        return new Signature(List.of(inputs.split(" ")), byName);
    }

    private static Map.Entry<String, Set<String>> output(String name, String values) {
        return Map.entry(name, values.isEmpty() ? Set.of() : Set.of(values.split(" ")));
    }
}
