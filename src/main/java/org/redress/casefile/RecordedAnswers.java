package org.redress.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.AnswerKeeper;
import org.redress.step.StepContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to questions that the owner of a procedure added without a developer. They are kept as they were asked, because a
 * form may ask otherwise tomorrow. The act on record holds no word of them, but a fingerprint, so that none can be changed unseen.
 */
@Service
public class RecordedAnswers implements AnswerKeeper {

    private static final String OLDEST_FIRST =
            """
            select task_id, step_name, question, answer, answered_by, answered_at from app.recorded_answer
            where case_reference = ? order by id
            """;

    private final JdbcTemplate jdbc;
    private final ActRecord acts;
    private final Clock clock;

    RecordedAnswers(JdbcTemplate jdbc, ActRecord acts, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    /** What was answered in one step at one time. */
    public record RecordedStep(String name, String by, Instant at, List<RecordedAnswer> answers) {}

    private record Row(String task, RecordedAnswer answer) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(StepContext context, String task, String name, List<Answer> answers) {
        Timestamp now = Timestamp.from(clock.instant());
        int number = 0;
        for (Answer answer : answers) {
            jdbc.update(
                    """
                    insert into app.recorded_answer
                      (case_reference, step, step_name, task_id, number, question_key, question, answer, answered_by, answered_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    context.caseReference(), task, name, context.taskId(), ++number, answer.key(), answer.question(), answer.words(),
                    context.person(), now);
        }
        acts.append(Act.of(context.caseReference(), context.person(), "RECORDED_STEP", "Answers recorded: " + name)
                .with(Map.of("step", task, "questions", answers.size(), "sha256", fingerprint(answers))));
    }

    /** Everything that was recorded about a case, in the order in which it came. */
    @Transactional(readOnly = true)
    public List<RecordedAnswer> of(String reference) {
        return rows(reference).stream().map(Row::answer).toList();
    }

    /** The same, step by step. */
    @Transactional(readOnly = true)
    public List<RecordedStep> steps(String reference) {
        Map<String, List<RecordedAnswer>> byTask = new LinkedHashMap<>();
        rows(reference).forEach(row -> byTask.computeIfAbsent(row.task(), task -> new ArrayList<>()).add(row.answer()));
        return byTask.values().stream()
                .map(answers -> new RecordedStep(
                        answers.get(0).step(), answers.get(0).by(), answers.get(0).at(), List.copyOf(answers)))
                .toList();
    }

    private List<Row> rows(String reference) {
        return jdbc.query(
                OLDEST_FIRST,
                (row, i) -> new Row(row.getString("task_id"), new RecordedAnswer(
                        row.getString("step_name"),
                        row.getString("question"),
                        row.getString("answer"),
                        row.getString("answered_by"),
                        row.getTimestamp("answered_at").toInstant())),
                reference);
    }

    /** Of questions and answers in their order, each with its length before it, so that no two sets look alike. */
    private static String fingerprint(List<Answer> answers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Answer answer : answers) {
                for (String part : new String[] {answer.key(), answer.question(), answer.words()}) {
                    byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
                    digest.update(((part == null ? "-" : bytes.length) + ":").getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
