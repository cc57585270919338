package org.redress.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.review.letters.Acknowledgement;
import org.redress.review.letters.ComplaintReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Letters leave by themselves unless that is switched off. */
@SpringBootTest(classes = LetterSlice.class, properties = {
        "spring.flyway.schemas=app", "spring.flyway.locations=classpath:db/migration",
        "spring.jpa.properties.hibernate.default_schema=app", "spring.jpa.hibernate.ddl-auto=validate",
        "spring.jpa.open-in-view=false", "redress.outbox.poll=PT0.1S"})
@DirtiesContext
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutboxPollIT {

    @TempDir
    private static Path data;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry registry) {
        registry.add("redress.data-dir", () -> data.toString());
    }

    @Autowired
    private Letters letters;

    @Autowired
    private LetterSlice.Told told;

    @Test
    void a_letter_that_is_handed_over_leaves_by_itself() throws InterruptedException {
        long id = letters.draft(new Draft("RV/2026/000043L", "N1", "START",
                new Addressee(Addressee.Role.APPLICANT, "A", null, List.of("3 Almoner's Rents"), Addressee.Contact.POST, false),
                new Acknowledgement(new ComplaintReference("MPS", null, null, null), LetterSamples.DATED, null, null),
                null));
        letters.approve(id, "officer1");

        letters.send(id);

        assertThat(told.arrived.poll(30, TimeUnit.SECONDS))
                .isEqualTo(new LetterSent("RV/2026/000043L", id, LetterSamples.kind("N1")));
    }
}
