package org.redress.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Documents;
import org.redress.clock.Now;
import org.redress.database.OwnDatabaseMissing;
import org.redress.intake.ApplicationIntake;
import org.redress.review.CaseFacts;
import org.redress.review.Papers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Opens the demo cases on the first start, by the same intake as real applications. Their days are counted from today, so
 * that there is always something in time, something due and something late.
 */
@Component
@Conditional(OwnDatabaseMissing.class)
@ConditionalOnProperty(name = "redress.demo-cases", matchIfMissing = true)
@Order(DemoCases.ORDER)
class DemoCases implements ApplicationRunner {

    /** After models and accounts. */
    static final int ORDER = 1000;

    private static final Logger log = LoggerFactory.getLogger(DemoCases.class);
    private static final Pattern DAY = Pattern.compile("\\{today-(\\d+)}");

    private final CaseFiles cases;
    private final ApplicationIntake intake;
    private final Papers papers;
    private final Documents documents;
    private final ObjectMapper json;
    private final Now now;

    DemoCases(
            CaseFiles cases,
            ApplicationIntake intake,
            Papers papers,
            Documents documents,
            ObjectMapper json,
            Now now) {
        this.cases = cases;
        this.intake = intake;
        this.papers = papers;
        this.documents = documents;
        this.json = json;
        this.now = now;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!cases.all().isEmpty()) {
            return;
        }
        JsonNode demo = json.readTree(withDays(read()));
        for (JsonNode given : demo) {
            open(given);
        }
        log.info("{} demo cases are open; they are made up", demo.size());
    }

    private void open(JsonNode given) throws IOException {
        String reference = intake.take(given.get("application"), null, "intake");
        JsonNode facts = given.get("facts");
        if (facts != null) {
            CaseFacts settled = json.treeToValue(facts, CaseFacts.class);
            papers.add(reference, now.today(), settled, List.of(), "intake");
        }
        JsonNode letter = given.get("outcomeLetter");
        if (letter != null) {
            documents.add(
                    reference,
                    "outcome-letter.txt",
                    letter.asText().getBytes(StandardCharsets.UTF_8),
                    "The force's outcome letter",
                    "intake");
        }
    }

    private static String read() throws IOException {
        try (InputStream content = new ClassPathResource("demo/cases.json").getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String withDays(String text) {
        LocalDate today = now.today();
        return DAY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                today.minusDays(Long.parseLong(found.group(1))).toString()));
    }
}
