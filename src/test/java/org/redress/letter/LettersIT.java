package org.redress.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.redress.clock.Now;
import org.redress.review.letters.Acknowledgement;
import org.redress.review.letters.AllegationResult;
import org.redress.review.letters.ComplaintReference;
import org.redress.review.letters.NoticeOfApplication;
import org.redress.review.letters.OutcomeShape;
import org.redress.review.letters.OutcomeToComplainant;
import org.redress.review.letters.RequestForInformation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(classes = LetterSlice.class, properties = {
        "spring.flyway.schemas=app", "spring.flyway.locations=classpath:db/migration",
        "spring.jpa.properties.hibernate.default_schema=app", "spring.jpa.hibernate.ddl-auto=validate",
        "spring.jpa.open-in-view=false", "redress.outbox.enabled=false", "redress.data-dir=target/letters-it"})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LettersIT {

    private static final AtomicInteger CASES = new AtomicInteger();
    private static final ComplaintReference COMPLAINT =
            new ComplaintReference("Metropolitan Police Service", "PC/1/25", null, null);

    @Autowired
    private Letters letters;

    @Autowired
    private LetterSlice.MovableClock clock;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private LetterRepository repository;

    @Autowired
    private PdfWriter pdfs;

    private final String reference = "RV/2026/1" + String.format("%05d", CASES.incrementAndGet()) + "A";

    @Test
    void a_letter_is_drafted_approved_and_frozen() throws Exception {
        long id = letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));
        assertThat(letters.of(reference)).singleElement().satisfies(view -> {
            assertThat(view.id()).isEqualTo(id);
            assertThat(view.kind()).isEqualTo(LetterSamples.kind("N1"));
            assertThat(view.to()).isEqualTo(new LetterView.To(Addressee.Role.APPLICANT, "Delphine"));
            assertThat(view.status()).isEqualTo(LetterStatus.DRAFT);
            assertThat(view.author()).isEqualTo("redress");
            assertThat(view.notes()).isEmpty();
        });
        assertThat(letters.text(id)).contains("Draft. Nobody has approved");
        assertThat(letters.html(id)).contains("Draft. Nobody has approved");
        assertThat(new String(letters.pdf(id), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

        LetterView approved = letters.approve(id, "officer1");
        byte[] pdf = letters.pdf(id);
        String text = letters.text(id);
        String html = letters.html(id);
        clock.move(Duration.ofDays(3));

        assertThat(approved.status()).isEqualTo(LetterStatus.APPROVED);
        assertThat(approved.approvedBy()).isEqualTo("officer1");
        assertThat(text).doesNotContain("Draft.");
        assertThat(letters.pdf(id)).isEqualTo(pdf);
        assertThat(letters.text(id)).isEqualTo(text);
        assertThat(letters.html(id)).isEqualTo(html);
        assertThat(database.queryForMap("select pdf_sha256, text_sha256 from app.letter_copy where letter_id = ?", id))
                .containsEntry("pdf_sha256", sha256(pdf))
                .containsEntry("text_sha256", sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_letter_bears_the_london_day_on_which_it_is_approved() {
        long id = letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));
        // 23:30 in UTC is half past midnight in London's summer
        clock.move(Duration.between(clock.instant(), java.time.Instant.parse("2026-06-30T23:30:00Z")));

        letters.approve(id, "officer1");

        assertThat(letters.text(id)).contains("\n1 July 2026\n");
    }

    @Test
    void nobody_approves_their_own_words() {
        long own = letters.draft(acknowledgement("Delphine", "caseworker1"));
        assertThatThrownBy(() -> letters.approve(own, "caseworker1")).isInstanceOf(OwnWorkRefused.class)
                .hasMessageContaining("someone else must approve it");
        assertThatThrownBy(() -> letters.approve(own, "CASEWORKER1")).isInstanceOf(OwnWorkRefused.class);
        assertThat(letters.get(own).status()).isEqualTo(LetterStatus.DRAFT);

        LetterView edited = letters.editAdditionalText(own, "One more thing.", "officer1", letters.get(own).version());
        assertThat(edited.author()).isEqualTo("officer1");
        assertThatThrownBy(() -> letters.approve(own, "officer1")).isInstanceOf(OwnWorkRefused.class);
        letters.approve(own, "officer2");
        assertThat(letters.text(own)).contains("A note for this letter", "One more thing.");

        assertThatThrownBy(() -> database.update("""
                insert into app.letter (case_reference, kind, purpose, to_role, to_name, to_address, preferred_contact,
                    large_print, model, author, drafted_at, changed_by, changed_at, status, approved_by, approved_at,
                    version)
                values ('x', 'N1', 'x', 'APPLICANT', 'x', '', 'POST', false, '{}', 'a', now(), 'a', now(), 'APPROVED',
                    'a', now(), 0)""")).isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_second_of_two_people_who_change_a_draft_is_told_who_was_first() {
        long id = letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));
        long version = letters.get(id).version();
        letters.editAdditionalText(id, "From the first.", "caseworker1", version);

        assertThatThrownBy(() -> letters.editAdditionalText(id, "From the second.", "caseworker2", version))
                .isInstanceOf(LetterChangedMeanwhile.class).hasMessageContaining("caseworker1");
        assertThat(letters.get(id).additionalText()).isEqualTo("From the first.");
    }

    @Test
    void what_a_person_adds_may_be_hostile_and_stays_text() {
        long id = letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));
        letters.editAdditionalText(id, "${7*7} <#assign x=1> </p><script>\u0000", "caseworker1",
                letters.get(id).version());

        assertThat(letters.text(id)).contains("${7*7} <#assign x=1> </p><script>\uFFFD");
        assertThatThrownBy(() -> letters.editAdditionalText(id, "x".repeat(20_001), "caseworker1",
                letters.get(id).version())).isInstanceOf(AdditionTooLong.class);
    }

    @Test
    void a_name_with_nul_and_half_a_character_is_kept_as_far_as_it_can_be() {
        long id = letters.draft(acknowledgement("A\u0000b\uD83Dc 😡", Draft.STANDARD_TEXT));

        assertThat(letters.get(id).to().name()).isEqualTo("A\uFFFDb\uFFFDc 😡");
        letters.approve(id, "officer1");
        assertThat(letters.text(id)).contains("Dear A\uFFFDb\uFFFDc 😡");
    }

    @Test
    void drafting_again_replaces_the_draft_and_nothing_else() {
        long first = letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));
        long other = letters.draft(acknowledgement("Someone else", Draft.STANDARD_TEXT));
        long second = letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));

        assertThat(letters.of(reference)).extracting(LetterView::id).containsExactly(other, second);
        assertThat(letters.get(first).status()).isEqualTo(LetterStatus.SUPERSEDED);
        assertThatThrownBy(() -> letters.approve(first, "officer1")).isInstanceOf(LetterNotDraft.class);
        letters.approve(second, "officer1");
        long third = letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));
        assertThat(letters.of(reference)).extracting(LetterView::id).containsExactly(other, second, third);
    }

    @Test
    void many_who_draft_the_same_letter_at_once_leave_one_draft() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            Callable<Long> drafting = () -> letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));
            for (Future<Long> done : people.invokeAll(IntStream.range(0, 6).mapToObj(n -> drafting).toList())) {
                done.get();
            }
        } finally {
            people.shutdown();
        }

        assertThat(letters.of(reference)).hasSize(1);
    }

    @Test
    void drafts_of_a_purpose_can_be_withdrawn_and_approved_letters_cannot() {
        long approved = letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));
        letters.approve(approved, "officer1");
        letters.draft(acknowledgement("Someone else", Draft.STANDARD_TEXT));

        assertThat(letters.withdrawDrafts(reference, "OTHER", "Goes to the IOPC")).isZero();
        assertThat(letters.withdrawDrafts(reference, "START", "Goes to the IOPC")).isEqualTo(1);
        assertThat(letters.of(reference)).extracting(LetterView::id).containsExactly(approved);
    }

    @Test
    void the_database_lets_nobody_change_or_delete_an_approved_letter() {
        long id = letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));
        letters.approve(id, "officer1");

        for (String attack : List.of(
                "update app.letter_copy set pdf = '' where letter_id = ?",
                "update app.letter_copy set body_text = 'x' where letter_id = ?",
                "update app.letter_copy set pdf_sha256 = repeat('0', 64) where letter_id = ?",
                "delete from app.letter_copy where letter_id = ?",
                "delete from app.letter where id = ?",
                "update app.letter set to_name = 'x' where id = ?",
                "update app.letter set approved_by = 'x' where id = ?",
                "update app.letter set status = 'DRAFT', approved_by = null, approved_at = null where id = ?",
                "update app.letter set status = 'WITHDRAWN', approved_by = null, approved_at = null where id = ?")) {
            assertThatThrownBy(() -> database.update(attack, id)).as(attack).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> letters.editAdditionalText(id, "x", "officer2", letters.get(id).version()))
                .isInstanceOf(LetterNotDraft.class).hasMessageContaining("approved by officer1");
        assertThatThrownBy(() -> letters.approve(id, "officer2")).isInstanceOf(LetterNotDraft.class);
    }

    @Test
    void a_letter_tells_nobody_but_the_force_who_complained() {
        for (Addressee.Role role : Addressee.Role.values()) {
            Draft draft = new Draft(reference, "N5", "START",
                    new Addressee(role, "Reader", null, List.of(), Addressee.Contact.POST, false),
                    new NoticeOfApplication(COMPLAINT, LetterSamples.DATED, "Delphine"), null);
            if (role == Addressee.Role.FORCE) {
                assertThat(letters.text(letters.draft(draft))).contains("Complaint made by: Delphine");
            } else {
                assertThatThrownBy(() -> letters.draft(draft)).isInstanceOf(NamesAnother.class);
            }
        }
    }

    @Test
    void a_draft_that_lacks_something_is_refused_by_name_and_leaves_nothing_behind() {
        Draft incomplete = new Draft(reference, "N2", "ASK", applicant("Delphine"),
                new RequestForInformation(COMPLAINT, LetterSamples.DATED,
                        List.of(RequestForInformation.Needed.REASONS_FOR_LATENESS), null, LetterSamples.DATED), null);

        assertThatThrownBy(() -> letters.draft(incomplete)).isInstanceOf(LetterIncomplete.class)
                .hasMessageContaining("model.lastDay");
        assertThat(letters.of(reference)).isEmpty();
    }

    @Test
    void the_pdf_is_made_with_the_draft_and_approving_sixty_allegations_makes_none() {
        long before = pdfs.written();
        long id = letters.draft(outcome(60, "Three calls were made."));
        assertThat(pdfs.written()).isEqualTo(before + 1);

        letters.draft(outcome(60, "Three calls were made."));
        letters.renew(outcome(60, "Three calls were made."));
        long again = letters.of(reference).get(0).id();
        letters.approve(again, "officer1");

        assertThat(again).isNotEqualTo(id);
        assertThat(pdfs.written()).as("nothing had changed").isEqualTo(before + 1);
        assertThat(letters.text(again)).contains("Part 60");
        assertThat(proofs()).isZero();
    }

    @Test
    void what_changes_a_letter_has_its_pdf_made_anew_before_anybody_approves_it() {
        long before = pdfs.written();
        long id = letters.draft(outcome(1, "Three calls were made."));
        letters.editAdditionalText(id, "One more thing.", "caseworker1", letters.get(id).version());
        assertThat(pdfs.written()).isEqualTo(before + 2);
        letters.renew(outcome(1, "Four calls were made."));
        assertThat(pdfs.written()).isEqualTo(before + 3);

        clock.move(Duration.ofDays(1));
        letters.renew(outcome(1, "Four calls were made."));
        assertThat(pdfs.written()).as("it bears another day").isEqualTo(before + 4);
        letters.approve(id, "officer1");
        assertThat(pdfs.written()).isEqualTo(before + 4);
        assertThat(letters.text(id)).contains("Four calls", "One more thing.");
    }

    @Test
    void a_draft_whose_pdf_cannot_be_made_says_so_and_is_approved_once_it_can() {
        long id = letters.draft(acknowledgement("Delphine", Draft.STANDARD_TEXT));
        Letter letter = repository.findById(id).orElseThrow();
        LetterProofs broken = new LetterProofs(database, new LetterRenderer(RenderingBench.OFFICE, new PdfWriter() {
            @Override
            byte[] write(String html) {
                throw new IllegalStateException("the library fails");
            }
        }), new Now(clock));
        broken.forget(letter);

        broken.prove(letter);

        assertThat(letters.get(id).notes()).singleElement().asString().contains("N1", "cannot be made", "ask for help");
        assertThatThrownBy(() -> broken.pdfOf(letter, broken.rendered(letter, false))).isInstanceOf(LetterNotMade.class)
                .hasMessageContaining("nobody can approve it");
        assertThat(letters.approve(id, "officer1").status()).isEqualTo(LetterStatus.APPROVED);
    }

    @Test
    void what_a_person_should_look_at_stands_beside_the_draft_and_is_kept_with_it() {
        long id = letters.draft(acknowledgement("Priya \u092A\u094D\u0930\u093F\u092F\u093E", Draft.STANDARD_TEXT));

        assertThat(letters.of(reference)).singleElement().satisfies(draft ->
                assertThat(draft.notes()).singleElement().asString().contains("Devanagari"));
        database.update("delete from app.letter_proof where letter_id = ?", id);
        assertThat(letters.get(id).notes()).as("drafted before there were proofs").singleElement().asString().contains("Devanagari");
        letters.approve(id, "officer1");
        assertThat(letters.get(id).notes()).isEmpty();
    }

    @Test
    void a_letter_that_does_not_exist_is_said_so() {
        assertThatThrownBy(() -> letters.get(-1)).isInstanceOf(LetterUnknown.class);
        assertThatThrownBy(() -> letters.send(-1)).isInstanceOf(LetterUnknown.class);
    }

    private int proofs() {
        return database.queryForObject(
                "select count(*) from app.letter_proof where letter_id in (select id from app.letter where case_reference = ?)",
                Integer.class, reference);
    }

    private Draft outcome(int allegations, String reason) {
        return new Draft(reference, "N8", "OUTCOME", applicant("Delphine"), new OutcomeToComplainant(COMPLAINT, LetterSamples.DATED,
                "A Police Complaint Reviews Officer", "NOT_UPHELD", OutcomeShape.PLAIN, "The letter answers it.", null, null, null,
                IntStream.rangeClosed(1, allegations).mapToObj(number -> new AllegationResult(number, "Nobody called back.",
                        "Acceptable.", "REASONABLE_AND_PROPORTIONATE", reason, null)).toList(),
                null, null, null), Draft.STANDARD_TEXT);
    }

    private Draft acknowledgement(String name, String author) {
        return new Draft(reference, "N1", "START", applicant(name),
                new Acknowledgement(COMPLAINT, LetterSamples.DATED, null, null), author);
    }

    private static Addressee applicant(String name) {
        return new Addressee(Addressee.Role.APPLICANT, name, null, List.of(), Addressee.Contact.POST, false);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
