package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Documents;
import org.redress.casefile.PersonDetails;
import org.redress.letter.Letters;
import org.redress.letter.Outbox;
import org.redress.retention.Disposal;
import org.redress.retention.LegalHolds;
import org.redress.testing.Caller;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk.Answer;
import org.redress.testing.Desk.Waiting;
import org.redress.testing.Visitor;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * Unmistakable words are planted wherever anybody can write, a review is worked to its end, and then they are looked for
 * where no person's data may be; after disposal they are looked for everywhere.
 */
class PlantedNamesIT extends AtTheDesk {

    private static final String PLANT = "Qvxplanted";
    private static final Pattern ADDRESSES = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
    private static final Pattern ASKING_IN_THE_ADDRESS =
            Pattern.compile("<form[^>]*method=\"get\"[^>]*>(?:(?!</form>).)*<(?:textarea|input[^>]*type=\"(?:text|search|email)\")", Pattern.DOTALL);

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Documents documents;

    @Autowired
    private Letters letters;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Disposal disposal;

    @Autowired
    private LegalHolds holds;

    @Autowired
    private ObjectProvider<MeterRegistry> meters;

    @Value("${redress.data-dir}")
    private Path data;

    @BeforeEach
    void listen() {
        ear.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(ear);
        ((Logger) LoggerFactory.getLogger("org.redress")).setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(ear);
        ((Logger) LoggerFactory.getLogger("org.redress")).setLevel(null);
    }

    @Test
    void planted_words_are_nowhere_but_in_our_own_tables_and_after_disposal_they_are_nowhere_at_all() throws Exception {
        String reference = workedToItsEnd();

        assertThat(found("app")).as("the words were planted").containsKeys(
                "party.full_name", "party.email", "party.postal_address", "case_file.grounds", "allegation.text", "assessment.reason",
                "review_decision.outcome_reason", "letter.model", "letter_copy.body_text", "document.content", "document.name",
                "case_note.text", "act.summary", "recommendation.reply_text", "learning_point.text");
        assertThat(found("public")).as("in the engine's tables").isEmpty();
        assertThat(logged).as("in the log").isNotEmpty().noneMatch(PlantedNamesIT::planted);
        meters.ifAvailable(registry -> assertThat(registry.getMeters())
                .as("in the figures")
                .noneMatch(meter -> planted(meter.getId().toString())));
        assertThat(Caller.anonymous(port).get("/actuator/health").body()).doesNotContainIgnoringCase(PLANT);
        nothingInAddresses(reference);

        holds.set(reference, PLANT + " hold", "manager");
        today(cases.get(reference).keepUntil().plusDays(1));
        assertThat(disposal.disposeOfWhatIsDue()).doesNotContain(reference);
        holds.lift(reference, PLANT + " lifted", "manager");
        desk.letTheEngineWork();
        assertThat(disposal.dueBy(now.today())).filteredOn(due -> due.reference().equals(reference))
                .allSatisfy(due -> assertThat(due.keptBecause()).isEmpty());
        assertThat(disposal.disposeOfWhatIsDue()).contains(reference);
        disposal.sweep();

        assertThat(found("app")).as("in our tables after disposal").isEmpty();
        assertThat(found("public")).as("in the engine's tables after disposal").isEmpty();
        assertThat(filesWithPlants()).as("in the data folder after disposal").isEmpty();
        assertThat(where(reference)).as("what is left").isSubsetOf("app.act.case_reference", "app.disposed_case.reference");
        assertThat(acts.firstBrokenAct()).isEmpty();
        assertThat(logged).as("in the log").noneMatch(PlantedNamesIT::planted);
    }

    @Test
    void what_the_database_says_about_a_failed_statement_does_not_quote_the_row() {
        assertThatThrownBy(() -> tables.update(
                        "insert into app.party (case_reference, role, full_name) values (?, 'APPLICANT', ?)", "RV/none", PLANT))
                .satisfies(thrown -> {
                    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                        assertThat(String.valueOf(cause.getMessage())).doesNotContain(PLANT).doesNotContain("RV/none");
                    }
                });
    }

    @Test
    void a_name_that_is_searched_for_stays_out_of_the_address() {
        Visitor visitor = Visitor.signedIn("caseworker1", port);
        String token = Visitor.token(visitor.get("/cases").body());
        var answer = visitor.form("/cases", Map.of("search", PLANT + " name", "state", "OPEN", "_csrf", token));

        assertThat(answer.statusCode()).isEqualTo(302);
        String to = answer.headers().firstValue("Location").orElseThrow();
        assertThat(to).doesNotContain(PLANT).contains("state=OPEN");
        String listed = visitor.get(to.replaceFirst("^https?://[^/]+", "")).body();
        assertThat(listed).contains("value=\"" + PLANT + " name\"", "No case fits");
        assertThat(addresses(listed)).noneMatch(PlantedNamesIT::planted);
    }

    /** A review with every kind of writer, upheld, its recommendation answered and all letters out. */
    private String workedToItsEnd() throws Exception {
        String reference = apply(plantedApplication());
        cases.addParty(reference, ReviewParties.PERSON_COMPLAINED_AGAINST, new PersonDetails(PLANT + " Officer",
                "officer@qvxplanted.example", "020 Qvxplanted", List.of(PLANT + " Station"), null, null), PLANT + " harm", "caseworker1");
        documents.add(reference, PLANT + ".txt", (PLANT + " testimony").getBytes(StandardCharsets.UTF_8), PLANT + " note", "caseworker1");
        Visitor visitor = Visitor.signedIn("caseworker1", port);
        String here = "/cases/" + reference.replace('/', '-');
        visitor.form(here + "/notes", Map.of("text", PLANT + " note", "_csrf", Visitor.token(visitor.get(here + "/notes").body())));
        letters.editAdditionalText(
                letters.of(reference).get(0).id(), PLANT + " words", "caseworker2", letters.of(reference).get(0).version());
        hand(reference, "/withdrawals", Map.of("receivedOn", now.today().toString(), "receivedBy", "LPB", "scope", "REVIEW",
                "signed", false, "text", PLANT + " thinks of withdrawing"));
        ObjectNode facts = facts("A01");
        List<String> done = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            desk.letTheEngineWork();
            outbox.trySendNow();
            Colleagues colleagues = new Colleagues(desk, now.today());
            Waiting next = colleagues.next(reference);
            if (next == null) {
                assertThat(done).contains("CloseCase", "RecordReply", "SendReplyOn", "RecordWithdrawalReply");
                return reference;
            }
            done.add(next.step());
            complete(colleagues, next, facts);
        }
        throw new AssertionError("The case does not come to an end: " + done);
    }

    /** Completes a step with plants in every field that takes text; fields that are hidden are left out again. */
    private void complete(Colleagues colleagues, Waiting step, ObjectNode facts) {
        String who = colleagues.who(step);
        Map<String, Object> answers = new HashMap<>(colleagues.answers(step, facts));
        Map<String, Object> plain = Map.copyOf(answers);
        JsonNode form = desk.get(who, "/engine-rest/task/" + step.id() + "/deployed-form").body();
        for (JsonNode field : form.findParents("key")) {
            String type = field.path("type").asText();
            boolean day = field.path("id").asText().endsWith("-day");
            if (!day && (type.equals("textarea") || type.equals("textfield"))) {
                answers.merge(field.get("key").asText(), PLANT + " wrote this", (old, more) -> old + " " + more);
            }
        }
        Answer answer = desk.submit(who, step, answers);
        if (answer.status() == 422) {
            answer.body().path("faults").forEach(fault -> {
                String field = fault.path("field").asText();
                answers.remove(field);
                if (plain.containsKey(field)) {
                    answers.put(field, plain.get(field));
                }
            });
            answer = desk.submit(who, step, answers);
        }
        assertThat(answer.status()).as("%s: %s", step.step(), answer.raw().body()).isEqualTo(204);
    }

    private ObjectNode plantedApplication() {
        ObjectNode application = application("A01");
        ObjectNode applicant = (ObjectNode) application.get("applicant");
        applicant.put("fullName", "Anna " + PLANT).put("email", "anna@qvxplanted.example").put("phone", "07700 Qvxplanted")
                .put("adjustments", PLANT + " large print");
        applicant.putArray("postalAddress").add("1 " + PLANT + " Street").add("London");
        ObjectNode complaint = (ObjectNode) application.get("complaint");
        complaint.put("summary", PLANT + " summary").put("forceReference", PLANT + "/26");
        complaint.get("allegations").forEach(allegation ->
                ((ObjectNode) allegation).put("text", PLANT + " allegation").put("forceOutcome", PLANT + " outcome"));
        application.put("grounds", PLANT + " grounds, at length. ".repeat(50));
        return application;
    }

    /** Every text and byte column of a schema that holds the plant, with how often. */
    private Map<String, Long> found(String schema) {
        Map<String, Long> found = new TreeMap<>();
        for (Map<String, Object> column : columns(schema)) {
            String table = schema + ".\"" + column.get("table_name") + "\"";
            String name = "\"" + column.get("column_name") + "\"";
            String query = column.get("data_type").equals("bytea")
                    ? "select count(*) from " + table + " where position('\\x517678706c616e746564'::bytea in " + name + ") > 0"
                            + " or position('\\x717678706c616e746564'::bytea in " + name + ") > 0"
                    : "select count(*) from " + table + " where " + name + "::text ilike '%qvxplanted%'";
            Long rows = tables.queryForObject(query, Long.class);
            if (rows != null && rows > 0) {
                found.put(column.get("table_name") + "." + column.get("column_name"), rows);
            }
        }
        return found;
    }

    /** Every text column of both schemas that still names the case. */
    private List<String> where(String reference) {
        List<String> named = new ArrayList<>();
        for (String schema : List.of("app", "public")) {
            for (Map<String, Object> column : columns(schema)) {
                String path = schema + "." + column.get("table_name") + "." + column.get("column_name");
                if (!column.get("data_type").equals("bytea") && tables.queryForObject(
                                "select count(*) from " + schema + ".\"" + column.get("table_name") + "\" where \""
                                        + column.get("column_name") + "\"::text like ?",
                                Long.class,
                                "%" + reference + "%")
                        > 0) {
                    named.add(path);
                }
            }
        }
        return named;
    }

    private List<Map<String, Object>> columns(String schema) {
        return tables.queryForList(
                """
                select c.table_name, c.column_name, c.data_type from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = ? and t.table_type = 'BASE TABLE'
                  and c.data_type in ('text', 'character varying', 'character', 'bytea', 'jsonb', 'json')
                """,
                schema);
    }

    private List<Path> filesWithPlants() throws Exception {
        List<Path> found = new ArrayList<>();
        try (var files = Files.walk(data)) {
            // the database's own files were searched through the database
            for (Path file : files.filter(Files::isRegularFile).filter(one -> !one.startsWith(data.resolve("postgres"))).toList()) {
                if (planted(file.toString()) || planted(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private void nothingInAddresses(String reference) {
        Visitor visitor = Visitor.signedIn("manager", port);
        String here = "/cases/" + reference.replace('/', '-');
        for (String path : List.of("/", "/cases", here, here + "?timeline=all", here + "/record", here + "/notes", here + "/people",
                here + "/documents", "/retention", "/subject-access")) {
            String page = visitor.get(path).body();
            assertThat(addresses(page)).as("addresses on %s", path).isNotEmpty().noneMatch(PlantedNamesIT::planted);
            assertThat(ASKING_IN_THE_ADDRESS.matcher(page).find()).as("%s puts what is typed into the address", path).isFalse();
        }
    }

    private static List<String> addresses(String page) {
        List<String> addresses = new ArrayList<>();
        Matcher matcher = ADDRESSES.matcher(page);
        while (matcher.find()) {
            addresses.add(matcher.group(1));
        }
        return addresses;
    }

    private static boolean planted(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).contains("qvxplanted");
    }
}
