package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.redress.rules.Rule;
import org.redress.testing.LimbWords;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The case page, the letter and the REST door give one account of whom a review is for, out of the rows of the tables. */
class ReviewBodyReasonsIT extends AtTheDesk {

    @LocalServerPort
    private int server;

    @Autowired
    private ReviewBodyReasons reasons;

    @Autowired
    private Facts facts;

    @Test
    @Rule("T2.13")
    void page_door_and_letter_agree_on_each_reason_who_judged_it_and_when() {
        String reference = workTo("ForwardToIopc", "A26");
        JsonNode limbs = file(reference).get("limbs");
        assertThat(limbs).hasSize(2);
        Element section = section(reference);
        String letter = letter(reference, "N3").replaceAll("\\s+", " ");

        ReviewBodyReasons.Explanation explained = reasons.of(reference);
        assertThat(explained.reviewBody()).isEqualTo("IOPC");
        assertThat(explained.overtaken()).isFalse();
        assertThat(explained.met()).hasSize(2);
        assertThat(explained.notMet()).hasSize(7);
        for (int i = 0; i < limbs.size(); i++) {
            JsonNode limb = limbs.get(i);
            ReviewBodyReasons.Reason reason = explained.met().get(i);
            assertThat(reason.limb().name()).isEqualTo(limb.get("limb").asText());
            assertThat(reason.provision()).isEqualTo(limb.get("provision").asText());
            assertThat(reason.asked()).hasSize(1).allSatisfy(asked -> {
                assertThat(asked.judgedBy()).isEqualTo(limb.get("judgedBy").asText());
                assertThat(asked.judgedAt()).isEqualTo(Instant.parse(limb.get("judgedAt").asText()));
            });
            String words = LimbWords.all().get(limb.get("limb").asText());
            assertThat(reason.words()).isEqualTo(words);
            assertThat(letter).contains(words);
            String card = section.select(".redress-card").get(i).text();
            assertThat(card)
                    .contains(words, "What would have to be different", "(a caseworker, on confirming the facts)")
                    .contains(limb.get("provision").asText().replace("reg ", "regulation "));
        }
        assertThat(section.text()).contains("for the Independent Office for Police Conduct (IOPC), not for us")
                .contains("2 of 9 are met, and it stays with the IOPC while any of them is");
    }

    @Test
    void a_review_for_us_says_what_would_make_it_the_iopcs() {
        String reference = workTo("NotifyForce", "A01");
        Element section = section(reference);

        assertThat(section.text())
                .contains("The review is for us.")
                .contains("If the answer is no, the review is for the local policing body of that force.");
        assertThat(section.select("tbody tr")).hasSize(9);
        assertThat(section.select("tbody tr").get(1).text())
                .contains("About the conduct of a senior officer? reg 32(a) No Yes Amara Osei");
        assertThat(section.select("tbody tr").get(2).text()).contains("reg 32(b)(i) Yes No, or in doubt");
    }

    @Test
    void a_review_for_another_body_says_that_the_force_decides_it() {
        String reference = workTo("PassToOtherBody", "A36");

        assertThat(section(reference).text())
                .contains("The review is for another local policing body.")
                .contains("If the answer is yes, the review is for us.");
    }

    @Test
    void before_the_facts_are_confirmed_the_page_says_that_nobody_has_tested_it() {
        String reference = workTo("ConfirmFacts", "A01");

        assertThat(reasons.of(reference).reviewBody()).isNull();
        assertThat(section(reference).text()).contains("Nobody has tested this yet.").contains("Nobody has said");
    }

    @Test
    void facts_that_came_after_the_test_make_it_overtaken() {
        String reference = workTo("NotifyForce", "A01");
        facts.add(reference, FactSource.LATER, CaseFacts.from(Map.of("seniorOfficer", true)), "caseworker1");

        assertThat(reasons.of(reference).overtaken()).isTrue();
        assertThat(section(reference).text()).contains("The facts have changed since this was tested");
    }

    private Element section(String reference) {
        String page = Visitor.signedIn("caseworker1", server)
                .get("/cases/" + org.redress.casefile.CaseReference.inAddress(reference))
                .body();
        return Jsoup.parse(page).selectFirst("section[aria-labelledby=review-body]");
    }
}
