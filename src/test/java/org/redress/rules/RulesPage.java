package org.redress.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.redress.rules.ReviewRule.KeptBy;
import org.redress.rules.RuleTests.Proof;

/** The page that leads from each rule of the review to its tests, or to the question that is put to a person. */
final class RulesPage {

    private RulesPage() {}

    static String write(List<ReviewRule> rules, Map<String, TreeSet<Proof>> proofs) {
        StringBuilder page = new StringBuilder();
        page.append("# Rules of the review, and what keeps each\n\n");
        page.append("Made from `src/test/resources/rules/review-rules.csv`, the tests that carry `@Rule` and the forms. ");
        page.append("Do not change it by hand:\n`./mvnw test -Dtest=RulesOfTheReviewTest -Dgenerated.write=true` writes it anew.\n\n");
        page.append("| Kept by | Rules |\n|---|---|\n");
        for (KeptBy keptBy : KeptBy.values()) {
            page.append("| ").append(heading(keptBy)).append(" | ").append(of(rules, keptBy).size()).append(" |\n");
        }
        page.append("\n## ").append(heading(KeptBy.PROGRAM)).append("\n\n");
        page.append("Each with the tests that fail when it is broken, and the question where a person has a part in it.\n\n");
        page.append("| Rule | In short | Provision | Tests | Asked |\n|---|---|---|---|---|\n");
        of(rules, KeptBy.PROGRAM).forEach(rule -> row(page, rule.id(), rule.words(), rule.provision(),
                proofs.getOrDefault(rule.id(), new TreeSet<>()).stream().map(RulesPage::link).collect(Collectors.joining("<br>")),
                asked(rule)));
        page.append("\n## ").append(heading(KeptBy.PERSON)).append("\n\n");
        page.append("| Rule | In short | Provision | Asked |\n|---|---|---|---|\n");
        of(rules, KeptBy.PERSON).forEach(rule -> row(page, rule.id(), rule.words(), rule.provision(), asked(rule)));
        page.append("\n## ").append(heading(KeptBy.NOT_OURS)).append("\n\n");
        page.append("| Rule | In short | Provision | Why |\n|---|---|---|---|\n");
        of(rules, KeptBy.NOT_OURS).forEach(rule -> row(page, rule.id(), rule.words(), rule.provision(), rule.where()));
        return page.toString();
    }

    private static String heading(KeptBy keptBy) {
        return switch (keptBy) {
            case PROGRAM -> "The program";
            case PERSON -> "A person";
            case NOT_OURS -> "Not ours to keep";
        };
    }

    private static List<ReviewRule> of(List<ReviewRule> rules, KeptBy keptBy) {
        return rules.stream().filter(rule -> rule.keptBy() == keptBy).toList();
    }

    private static String link(Proof proof) {
        return "[" + proof.test().getSimpleName() + "](../../" + proof.source().toString().replace('\\', '/') + "): "
                + proof.sentence();
    }

    private static String asked(ReviewRule rule) {
        return rule.places().stream()
                .map(place -> place.question().orElse("?") + " (`" + place.name() + "`)")
                .collect(Collectors.joining("<br>"));
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ");
        page.append(List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")));
        page.append(" |\n");
    }
}
