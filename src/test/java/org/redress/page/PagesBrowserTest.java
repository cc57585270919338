package org.redress.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.casefile.CaseReference.inAddress;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redress.casefile.CaseFiles;
import org.redress.clock.Now;
import org.redress.desk.Attention;
import org.redress.letter.Letters;
import org.redress.review.Applications;
import org.redress.review.NewAllegations;
import org.redress.testing.Chromium;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Our pages in a real browser: nobody is kept out of them, at any size, with and without scripts. */
@RedressTest
class PagesBrowserTest {

    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final Applications applications;
    private final CaseFiles cases;
    private final Letters letters;
    private final ObjectMapper json;
    private final ManagementService jobs;
    private final Now now;

    @Autowired
    private NewAllegations newAllegations;

    @Autowired
    private Attention attention;

    @LocalServerPort
    private int port;

    private BrowserContext context;
    private Page page;

    @Autowired
    PagesBrowserTest(
            Applications applications, CaseFiles cases, Letters letters, ObjectMapper json, ManagementService jobs, Now now) {
        this.applications = applications;
        this.cases = cases;
        this.letters = letters;
        this.json = json;
        this.jobs = jobs;
        this.now = now;
    }

    @BeforeEach
    void openWindow() {
        window(true, 1280);
    }

    @AfterEach
    void closeWindow() {
        context.close();
    }

    @Test
    void pages_before_the_sign_in_have_no_finding() {
        for (String path : List.of("/", "/sign-in", "/sign-in?error", "/guides", "/guides/for-caseworkers/working-a-review",
                "/guides/for-process-owners/decision-tables", "/guides/everyone/accessibility")) {
            go(path);
            assertNoFinding(path);
        }
    }

    @Test
    void pages_of_a_case_and_their_error_states_have_no_finding() {
        String reference = CasesForPages.open(applications, "Ada Quartermain", "They did not listen. ".repeat(400));
        cases.note(reference, "A note", "caseworker1");
        newAllegations.note(reference, "A second officer laughed at me.", "caseworker1");
        attention.raiseLateConflict(reference, "caseworker3", "Sam Person");
        String file = "/cases/" + inAddress(reference);
        String person = "/people/" + cases.head(reference).orElseThrow().id();
        signIn("caseworker1");
        for (String path : List.of("/cases", "/cases?search=nobody+of+this+name", file, file + "/documents", file + "/people",
                file + person, file + person + "/representative", file + "/iopc-reason", file + "/interest", file + "/repeat-contact",
                file + "/new-allegations", file + "/new-allegations/1", file + "/letters/" + letters.of(reference).get(0).id(), "/cases/RV-2026-999999Z", "/nowhere")) {
            go(path);
            assertNoFinding(path);
        }
        for (String path : List.of("/documents", "/people", person, person + "/representative", "/iopc-reason", "/interest", "/notes",
                "/repeat-contact", "/new-allegations")) {
            go(file + path);
            page.locator("main button[type=submit]").click();
            page.locator(".govuk-error-summary:focus").waitFor();
            assertThat(page.title()).as(path).startsWith("Error: ");
            assertNoFinding(path + " with errors");
        }
    }

    @Test
    void pages_of_the_record_and_of_keeping_have_no_finding() {
        String reference = CasesForPages.open(applications, "Philippa Recorder", "They did not listen");
        String hold = "/retention/" + inAddress(reference) + "/hold";
        signIn("manager");
        for (String path : List.of("/retention", "/subject-access", hold, "/cases/" + inAddress(reference) + "/record")) {
            go(path);
            assertNoFinding(path);
        }
        for (String path : List.of(hold, "/subject-access")) {
            go(path);
            page.locator("main button[type=submit]").click();
            page.locator(".govuk-error-summary:focus").waitFor();
            assertNoFinding(path + " with errors");
        }
        page.locator("#who").fill("Recorder");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("main").innerText()).contains(reference);
        assertNoFinding("what subject access found");
    }

    @Test
    void pages_of_the_calendar_their_error_states_and_what_they_ask_before_have_no_finding() {
        signIn("owner");
        for (String path : List.of("/calendar", "/calendar?year=2031", "/calendar/clocks")) {
            go(path);
            assertNoFinding(path);
        }
        for (String path : List.of("/calendar/add", "/calendar/move", "/calendar/year", "/calendar/list", "/calendar/fetch",
                "/calendar/clocks/PAPERS")) {
            go(path);
            assertNoFinding(path);
            page.locator("main button[type=submit]").click();
            page.locator(".govuk-error-summary:focus").waitFor();
            assertThat(page.title()).as(path).startsWith("Error: ");
            assertNoFinding(path + " with errors");
        }
        go("/calendar/withdraw?division=ENGLAND_AND_WALES&day=28+December+2026");
        page.locator("#reason").fill("Only looking");
        page.locator("main button[type=submit]").click();
        page.locator("text=Check before it happens").waitFor();
        assertThat(page.locator("main").innerText()).contains("Monday 28 December 2026 is no bank holiday any longer", "Only looking");
        assertNoFinding("asking before a day is withdrawn");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target", "calendar-confirm.png")));
        go("/calendar?year=2026");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target", "calendar.png")));
        go("/calendar/clocks");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target", "clocks.png")));
        window(true, 320);
        signIn("owner");
        for (String path : List.of("/calendar", "/calendar/clocks", "/calendar/add")) {
            go(path);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(path).isLessThanOrEqualTo(320);
        }
    }

    @Test
    void pages_of_managers_and_their_error_states_have_no_finding() {
        String reference = CasesForPages.open(applications, "Ada Quartermain", "x");
        String file = "/cases/" + inAddress(reference);
        signIn("manager");
        for (String path : List.of("/staff", "/staff/caseworker1", file + "/restriction", file + "/conflicts")) {
            go(path);
            assertNoFinding(path);
            picture(path);
        }
        go("/staff/caseworker1");
        page.locator("text=Record it").click();
        page.locator(".govuk-error-summary:focus").waitFor();
        assertNoFinding("/staff/caseworker1 with errors");
        go(file + "/restriction");
        page.locator("main button[type=submit]").click();
        page.locator(".govuk-error-summary:focus").waitFor();
        assertNoFinding("/restriction with errors");
        page.locator("text=Helen Adeyemi").click();
        page.locator("#reason").fill("A colleague is the complainant");
        page.locator("main button[type=submit]").click();
        page.locator(".govuk-notification-banner").waitFor();
        assertThat(page.locator("#access ~ dl").innerText()).contains("Only", "Helen Adeyemi", "Ruth Calloway");
        assertNoFinding("a restricted case");
        picture("/restricted-case");
        go(file + "/restriction");
        assertNoFinding("a restriction to lift");
        cases.restrict(reference, true, Set.of("manager"), "The press knows", "manager");
        page.locator("#reason").fill("Another reason");
        page.locator("main button[type=submit]").first().click();
        page.locator("#meanwhile").waitFor();
        assertThat(page.locator("#reason").inputValue()).isEqualTo("Another reason");
        assertNoFinding("a restriction that somebody else was first to change");
        picture("/restriction-second");
        page.locator("#lift-reason").fill("The risk is over");
        cases.restrict(reference, false, Set.of(), "It is over", "manager");
        page.locator("main button[type=submit]").last().click();
        page.locator("#to-copy").waitFor();
        assertThat(page.locator("#to-copy").inputValue()).isEqualTo("The risk is over");
        assertNoFinding("a restriction that somebody else has lifted");
    }

    @Test
    void the_file_of_a_case_that_was_worked_to_its_end_tells_the_whole_story() throws Exception {
        JsonNode given = json.readTree(getClass().getResource("/applications.json")).get(0);
        Desk desk = new Desk(port, json, jobs);
        String reference = desk.apply(given.get("application"));
        new Colleagues(desk, now.today()).work(reference, given.get("facts"));
        signIn("caseworker1");
        go("/cases/" + inAddress(reference));

        String told = page.locator("main").innerText();
        assertThat(told)
                .contains("Closed", "The case closed on", "Reviewed: upheld", "The file is kept until")
                .contains("This local policing body: us", "The tables propose", "Carry out the review")
                .contains("Not reasonable and proportionate", "Our reasons", "Decision", "Found sound")
                .contains("Outcome for the force", "Approved", "Case closed. Reviewed: upheld");
        assertNoFinding("a closed case");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target", "closed-case.png")));
    }

    @Test
    void a_case_says_for_whom_it_is_and_why_in_words_that_everybody_can_reach() throws Exception {
        JsonNode applications = json.readTree(getClass().getResource("/applications.json"));
        Desk desk = new Desk(port, json, jobs);
        signIn("caseworker1");
        for (int one : List.of(25, 35)) {
            JsonNode given = applications.get(one);
            String reference = desk.apply(given.get("application"));
            new Colleagues(desk, now.today()).work(reference, given.get("facts"), "ForwardToIopc", "PassToOtherBody");
            go("/cases/" + inAddress(reference));

            assertThat(page.locator("section[aria-labelledby=review-body]").innerText()).contains("Judged by");
            assertNoFinding("a case that is not ours");
            page.locator("section[aria-labelledby=review-body]").screenshot(new Locator.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "review-body-" + given.get("id").asText() + ".png")));
        }
    }

    @Test
    void pages_fit_a_narrow_window_as_it_is_at_four_hundred_per_cent() {
        String reference = CasesForPages.open(
                applications, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-Featherstonehaugh", "x".repeat(3000));
        window(true, 320);
        signIn("caseworker1");
        for (String path : List.of("/", "/cases", "/cases/" + inAddress(reference), "/cases/" + inAddress(reference) + "/people",
                "/guides/for-caseworkers/working-a-review")) {
            go(path);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(path).isLessThanOrEqualTo(320);
            assertNoFinding(path + " when narrow");
        }
    }

    @Test
    void everything_works_without_scripts() {
        String reference = CasesForPages.open(applications, "No Script", "x");
        window(false, 1280);
        signIn("caseworker1");
        go("/cases?search=" + inAddress(reference));
        page.locator("text=" + reference).first().click();
        page.locator("#text").fill("Written without scripts");
        page.locator("text=Add note").click();
        page.locator(".govuk-notification-banner").waitFor();
        // the banner stands at the top and the note far below it
        page.waitForLoadState();
        assertThat(page.locator("main").innerText()).contains("The note is on the file.", "Written without scripts");
    }

    @Test
    void the_skip_link_leads_past_the_head() {
        go("/");
        page.keyboard().press("Tab");
        assertThat((String) page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        page.waitForURL("**/#main");
    }

    @Test
    void nothing_is_loaded_from_anywhere_else_and_nothing_is_missing() {
        List<String> strange = new java.util.ArrayList<>();
        page.onResponse(response -> {
            if (!response.url().startsWith("http://localhost:" + port) || response.status() >= 400) {
                strange.add(response.status() + " " + response.url());
            }
        });
        String reference = CasesForPages.open(applications, "Own House", "x");
        signIn("caseworker1");
        for (String path : List.of("/", "/cases", "/cases/" + inAddress(reference), "/guides")) {
            go(path);
        }
        assertThat(strange).isEmpty();
    }

    @Test
    void tasklist_shows_the_case_file_beside_the_form_and_keeps_what_was_typed() {
        String reference = CasesForPages.open(applications, "Beside Theform", "x");
        signIn("caseworker1");
        go("/cases/" + inAddress(reference));
        page.locator(".redress-now a").first().click();
        page.locator("button.claim").click();
        page.locator(".fjs-form textarea").first().fill("typed before");
        page.locator(".redress-case-tab a").click();

        page.frameLocator(".redress-case-file iframe").locator("h1").waitFor();
        assertThat(page.frameLocator(".redress-case-file iframe").locator("h1").innerText()).contains("Beside Theform");
        assertThat(page.frameLocator(".redress-case-file iframe").locator(".redress-head").count()).isZero();
        assertThat(page.locator(".fjs-form textarea").first().inputValue()).isEqualTo("typed before");
        page.locator(".nav-tabs >> text=Description").click();
        page.locator(".nav-tabs >> text=Form").click();
        page.locator(".fjs-form textarea").first().waitFor();
        assertThat(page.locator(".fjs-form textarea").first().inputValue()).isEqualTo("typed before");
        assertThat(page.locator(".ce-eol-banner").isVisible()).isFalse();
        assertThat(page.locator(".navbar-brand").innerText()).contains("Redress");
    }

    @Test
    void tasklist_says_on_its_cards_whose_case_it_is_and_how_late() {
        String reference = CasesForPages.open(applications, "Card Holder", "x");
        signIn("caseworker1");
        go("/camunda/app/tasklist/");
        page.locator("text=To claim").click();
        page.locator(".tasks-list li.task").first().waitFor();
        var card = page.locator(".tasks-list li.task", new Page.LocatorOptions().setHasText(reference));

        card.locator("text=Card Holder").waitFor();
        assertThat(card.innerText()).contains(reference, "Adjustments", " late");
        assertThat(card.locator(".redress-due--late").count()).isEqualTo(1);
        page.waitForTimeout(500);
        assertNoFinding("Tasklist");
    }

    @Test
    void cockpit_refuses_a_manager_nothing_that_it_shows_and_puts_the_tokens_on_the_diagram() {
        List<String> refused = new java.util.ArrayList<>();
        page.onResponse(response -> {
            if (response.status() >= 400) {
                refused.add(response.status() + " " + response.url());
            }
        });
        CasesForPages.open(applications, "Token Bearer", "x");
        signIn("manager");
        go("/camunda/app/cockpit/default/#/dashboard");
        page.locator("text=Running Process Instances").waitFor();
        go("/camunda/app/cockpit/default/#/processes");
        page.locator("a[href*='/process-definition/StatutoryReview:']").first().click();
        page.locator(".djs-overlays .badge").first().waitFor();
        page.locator(".ctn-content-bottom .nav-tabs >> text=Job Definitions").click();
        page.locator(".ctn-content-bottom >> text=timer-transition").first().waitFor();
        page.locator(".ctn-content-bottom .nav-tabs >> text=Process Instances").click();
        page.locator("a[href*='/process-instance/']").first().click();
        page.locator(".ctn-content-bottom .nav-tabs >> text=User Tasks").click();
        page.locator(".ctn-content-bottom table tbody tr").first().waitFor();

        assertThat(page.locator(".ctn-content-bottom .nav-tabs li:visible").allInnerTexts().stream().map(String::strip))
                .containsExactly("Incidents", "Called Process Instances", "User Tasks", "Jobs");
        assertThat(page.locator(".ctn-toolbar a:visible").count()).isZero();
        go("/camunda/app/cockpit/default/#/decisions");
        page.locator("a[href*='/decision-definition/']").first().waitFor();
        go("/camunda/app/cockpit/default/#/tasks");
        page.locator("text=Assignments by group").waitFor();
        page.locator("table >> text=caseworkers").waitFor();
        assertThat(page.locator(".alert:visible").allInnerTexts()).isEmpty();
        assertThat(refused).isEmpty();
    }

    /** For whoever wants to look at the pages after a run. */
    private void picture(String path) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target", "pictures", path.replace('/', '_') + ".png")));
    }

    private void window(boolean scripts, int width) {
        if (context != null) {
            context.close();
        }
        context = Chromium.window(chromium.browser(), new Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(width, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London"));
        page = context.newPage();
    }

    private void signIn(String account) {
        go("/sign-in");
        page.locator("#username").fill(account);
        page.locator("#password").fill(account + "-demo");
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private void go(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void assertNoFinding(String what) {
        // the preview of a letter may run no script, not even the one that examines; the letter has tests of its own
        assertThat(new AxeBuilder(page).setLegacyMode(true).withTags(LEVELS).exclude(".redress-preview").analyze().getViolations())
                .as(what)
                .extracting(finding -> finding.getId() + " " + finding.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
