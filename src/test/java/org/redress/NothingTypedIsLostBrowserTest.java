package org.redress;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redress.clock.Now;
import org.redress.testing.Chromium;
import org.redress.testing.Colleagues;
import org.redress.testing.Desk;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sessions end, colleagues are faster, machines go down: what somebody typed is there again. In a real browser. */
@RedressTest
class NothingTypedIsLostBrowserTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final ObjectMapper json;
    private final ManagementService jobs;
    private final JdbcTemplate jdbc;
    private final Now now;

    @LocalServerPort
    private int port;

    private Desk desk;
    private String reference;
    private Desk.Waiting step;
    private BrowserContext context;
    private Page page;

    @Autowired
    NothingTypedIsLostBrowserTest(ObjectMapper json, ManagementService jobs, JdbcTemplate jdbc, Now now) {
        this.json = json;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.now = now;
    }

    @BeforeEach
    void a_step_that_waits() throws Exception {
        desk = new Desk(port, json, jobs);
        JsonNode given = json.readTree(Path.of("src/test/resources/applications.json").toFile()).get(0);
        reference = desk.apply(given.get("application"));
        step = desk.waiting("caseworker1", reference).get(0);
        context = newWindow();
        page = context.newPage();
    }

    @AfterEach
    void closeWindow() {
        context.close();
    }

    @Test
    void what_is_typed_in_tasklist_is_there_again_in_a_new_session_and_at_another_machine() {
        Locator answer = openTask(page, true);
        answer.fill("Large print, 18 point.\nPhone calls before noon only.");
        letterChecked(page).check();
        assertThat(page.locator(".redress-kept")).containsText("is kept");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "draft-kept.png")));
        assertThat((Integer) page.evaluate("Object.keys({...localStorage}).filter(k => k.startsWith('camunda-form')).length"))
                .as("drafts in the browser, where the next person could read them")
                .isZero();

        endSession();
        page.navigate("about:blank");
        Locator again = openTask(page, false);
        assertThat(again).hasValue("Large print, 18 point.\nPhone calls before noon only.");
        assertThat(letterChecked(page)).isChecked();

        try (BrowserContext elsewhere = newWindow()) {
            Page other = elsewhere.newPage();
            assertThat(openTask(other, false)).hasValue("Large print, 18 point.\nPhone calls before noon only.");
        }
    }

    @Test
    void a_session_that_ends_while_the_form_is_open_costs_neither_what_was_typed_before_nor_after() {
        Locator answer = openTask(page, true);
        answer.fill("Typed while signed in.");
        assertThat(page.locator(".redress-kept")).containsText("is kept");

        endSession();
        answer.fill("Typed while signed in. And typed after the session had ended.");
        assertThat(page.locator(".redress-kept")).containsText("because you are signed out");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "draft-signed-out.png")));

        Page otherTab = context.newPage();
        otherTab.navigate("http://localhost:" + port + "/camunda/app/tasklist/");
        signInToTasklist(otherTab, "caseworker1");
        answer.press("End");
        answer.pressSequentially(" Done.");
        assertThat(page.locator(".redress-kept")).containsText("is kept");

        page.reload();
        field(page).waitFor();
        assertThat(field(page)).hasValue("Typed while signed in. And typed after the session had ended. Done.");
    }

    @Test
    void whoever_completes_second_is_told_who_was_first_and_keeps_the_text_on_the_screen() {
        Locator answer = openTask(page, true);
        answer.fill("The second person's words");
        letterChecked(page).check();
        Map<String, Object> first = new HashMap<>(new Colleagues(desk, now.today()).answers(step, json.createObjectNode()));
        org.assertj.core.api.Assertions.assertThat(desk.submit("caseworker1", step, first).status()).isEqualTo(204);

        complete(page).click();

        assertThat(page.locator("body")).containsText("caseworker1 completed this step");
        assertThat(page.locator(".redress-kept")).containsText("not in your hands any more");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "draft-second.png")));
        assertThat(answer).hasValue("The second person's words");
    }

    @Test
    void tasklist_warns_before_the_session_ends_and_can_keep_it() {
        page.clock().install();
        Locator answer = openTask(page, true);
        answer.fill("Half a thought in a form");
        assertThat(page.locator(".redress-kept")).containsText("is kept");

        warnedAndThenSignedOut("tasklist-warning", new AxeBuilder(page).include(List.of("dialog")));
        page.locator("input[type=password]").waitFor();
        signInToTasklist(page, "caseworker1");
        field(page).waitFor();
        assertThat(field(page)).hasValue("Half a thought in a form");
    }

    /** The first warning is answered, the second is not. */
    private void warnedAndThenSignedOut(String picture, AxeBuilder seen) {
        page.clock().fastForward("26:00");
        Locator dialog = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(dialog).containsText("You will be signed out soon");
        assertThat(dialog).containsText("in 4 minutes");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", picture + ".png")));
        org.assertj.core.api.Assertions.assertThat(seen.analyze().getViolations()).isEmpty();
        dialog.getByRole(AriaRole.BUTTON).click();
        assertThat(dialog).isHidden();

        page.clock().fastForward("31:00");
        assertThat(dialog).containsText("You have been signed out");
        endSession();
        dialog.getByRole(AriaRole.BUTTON).click();
    }

    @Test
    void a_page_of_ours_warns_before_the_session_ends_and_can_keep_it() {
        page.clock().install();
        page.navigate("http://localhost:" + port + "/sign-in");
        page.fill("#username", "caseworker1");
        page.fill("#password", "caseworker1-demo");
        page.locator("main button[type=submit]").click();
        page.navigate("http://localhost:" + port + "/cases/" + reference.replace('/', '-') + "/notes");
        page.locator("#text").fill("Half a thought");

        warnedAndThenSignedOut("session-warning", new AxeBuilder(page));
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("main")).containsText("It is kept: sign in");
        page.fill("#username", "caseworker1");
        page.fill("#password", "caseworker1-demo");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("main")).containsText("Half a thought");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "kept-form.png")));
        org.assertj.core.api.Assertions.assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(page.locator("main")).containsText("Write a note on the file");
        assertThat(page.locator("main")).containsText(reference);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send it now")).click();
        assertThat(page.locator("main")).containsText("I typed this, and want it done");
        page.getByLabel("I typed this, and want it done").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send it now")).click();
        assertThat(page.locator("main")).containsText("The note is on the file.");
        org.assertj.core.api.Assertions.assertThat(
                        jdbc.queryForObject("select text from app.case_note where case_reference = ?", String.class, reference))
                .isEqualTo("Half a thought");
    }

    /** As a time-out does: the session is gone, and whatever else the browser holds stays. */
    private void endSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    }

    private BrowserContext newWindow() {
        return Chromium.window(chromium.browser(),
                new com.microsoft.playwright.Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1400, 1000));
    }

    /** Signs in, opens the task, and gives the field to type into. */
    private Locator openTask(Page window, boolean claim) {
        window.navigate("http://localhost:" + port + "/camunda/app/tasklist/");
        signInToTasklist(window, "caseworker1");
        window.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + step.id());
        if (claim) {
            window.getByText("Claim", new Page.GetByTextOptions().setExact(true)).first().click();
        }
        Locator field = field(window);
        field.waitFor();
        return field;
    }

    private static void signInToTasklist(Page window, String account) {
        window.locator("input[type=password]").waitFor();
        window.locator("input[type=text]").fill(account);
        window.locator("input[type=password]").fill(account + "-demo");
        window.locator("button[type=submit]").click();
        window.getByText("My reviews").first().waitFor();
    }

    private static Locator field(Page window) {
        return window.locator(".fjs-form [id$='Field_adjustmentsAgreed']");
    }

    private static Locator letterChecked(Page window) {
        return window.locator(".fjs-form input[id$='Field_letterChecked']");
    }

    private static Locator complete(Page window) {
        return window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete").setExact(true));
    }
}
