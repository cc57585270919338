package org.redress;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redress.clock.Now;
import org.redress.kernel.WrittenDay;
import org.redress.testing.Chromium;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk;
import org.redress.testing.RedressTest;
import org.redress.testing.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A day that somebody types into Tasklist stays that day, whatever the browser speaks and wherever the machine stands. */
@RedressTest
class DaysInTasklistBrowserTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private Now now;

    @Test
    void what_is_typed_stays_as_typed_in_every_language_and_zone_and_an_impossible_day_is_refused_at_its_field() throws Exception {
        JsonNode input = json.readTree(getClass().getResource("/field/C11-dates-in-tasklist.json")).get("input");
        ObjectNode application = input.get("intake").deepCopy();
        Desk desk = new Desk(port, json, jobs);
        Desk.Answer questioned = desk.post("intake", "/api/applications", application);
        assertThat(questioned.status()).as("a letter of 2062").isEqualTo(422);
        assertThat(questioned.raw().body()).contains("outcome.letterDate", "not in the future");

        ((ObjectNode) application.get("outcome")).put("letterDate", "2026-10-28");
        String reference = desk.apply(application);
        new Colleagues(desk, now.today()).work(reference, json.createObjectNode(), "ConfirmFacts");
        Desk.Waiting step = desk.waiting("caseworker1", reference).get(0);
        String typed = input.get("typed").asText();
        Tasklist here = new Tasklist(chromium.browser(), port);
        here.takeInHand(here.open("caseworker1", step));
        for (JsonNode browser : input.get("browsers")) {
            try (Tasklist tasklist = here.elsewhere(browser.get(0).asText(), browser.get(1).asText())) {
                Page page = tasklist.open("caseworker1", step);
                Locator form = tasklist.form(page);
                form.waitFor();
                assertThat(box(form, "complaintMadeOn")).hasValue("2026-06-01");
                type(form, typed);
                assertThat(box(form, "informationProvidedOn")).hasValue(typed);
                assertThat(read(form)).hasText("Tuesday 3 November 2026");
            }
        }
        try (here; Tasklist tasklist = here.elsewhere("en-US", "America/Los_Angeles")) {
            Page page = tasklist.open("caseworker1", step);
            Locator form = tasklist.form(page);
            form.waitFor();
            for (String impossible : new String[] {"31/02/2026", "11/13/2026", "03/11/26", "3/11", "soon", "29 February 2023"}) {
                type(form, impossible);
                assertThat(read(form)).hasText(WrittenDay.read(impossible).fault());
                assertThat(box(form, "informationProvidedOn")).hasValue(impossible);
            }
            complete(page).click();
            assertThat(box(form, "informationProvidedOn")).isFocused();
            Tasklist.picture(page, "impossible-day");

            type(form, WrittenDay.words(now.today().plusDays(1)));
            complete(page).click();
            assertThat(page.locator("body")).containsText("Enter a day that is not in the future.");

            type(form, typed);
            // what the house said lies over the button
            complete(page).dispatchEvent("click");
            page.waitForCondition(
                    () -> form.count() == 0 || !form.isVisible(), new Page.WaitForConditionOptions().setTimeout(30_000));
        }
        JsonNode file = desk.caseFile(reference);
        assertThat(LocalDate.parse(file.get("lastDay").asText()))
                .as("the last of the 28 days after 3 November: %s", file)
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    private static Locator box(Locator form, String key) {
        return form.locator("input[id$='Field_" + key + "-day']");
    }

    private static Locator read(Locator form) {
        return form.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions().setHas(form.page().locator("input[id$='Field_informationProvidedOn-day']")))
                .locator(".redress-day")
                .last();
    }

    private static void type(Locator form, String words) {
        Locator box = box(form, "informationProvidedOn");
        box.fill(words);
        box.blur();
    }

    private static Locator complete(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete").setExact(true));
    }
}
