package org.redress.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Tasklist in a real browser, signed in once for each person. */
public final class Tasklist implements AutoCloseable {

    private final Browser browser;
    private final String base;
    private final String language;
    private final String zone;
    private final Map<String, BrowserContext> signedIn = new HashMap<>();

    public Tasklist(Browser browser, int port) {
        this(browser, "http://localhost:" + port, "en-GB", "Europe/London");
    }

    /** The same people, signed in as they are, at a machine elsewhere: another language of the browser, another zone. */
    public Tasklist elsewhere(String language, String zone) {
        Tasklist elsewhere = new Tasklist(browser, base, language, zone);
        signedIn.forEach((account, here) -> {
            BrowserContext there = elsewhere.context(here.storageState());
            there.newPage();
            elsewhere.signedIn.put(account, there);
        });
        return elsewhere;
    }

    private Tasklist(Browser browser, String base, String language, String zone) {
        this.browser = browser;
        this.base = base;
        this.language = language;
        this.zone = zone;
    }

    /** The form of a step, in whichever folder its procedure keeps it. */
    public static Path form(String step) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.getFileName().toString().equals(step + ".form")).findFirst().orElseThrow();
        }
    }

    /** The page of a person, showing a task. */
    public Page open(String account, Desk.Waiting step) {
        Page page = signedIn.computeIfAbsent(account, this::signIn).pages().get(0);
        page.navigate(base + "/camunda/app/tasklist/default/#/?task=" + step.id());
        return page;
    }

    /** The form of a task that the person takes in hand, once it is there to be filled in. */
    public Locator takeInHand(Page page) {
        Locator claim = page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).first();
        claim.waitFor();
        claim.click();
        Locator form = form(page);
        form.waitFor();
        return form;
    }

    public Locator form(Page page) {
        return page.locator(".fjs-form").first();
    }

    /** A picture for whoever looks into a failure. */
    public static Path picture(Page page, String name) {
        Path picture = Path.of("target", "tasklist-" + name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
        return picture;
    }

    @Override
    public void close() {
        signedIn.values().forEach(BrowserContext::close);
    }

    private BrowserContext signIn(String account) {
        BrowserContext context = context(null);
        Page page = context.newPage();
        page.navigate(base + "/camunda/app/tasklist/");
        page.locator("input[type=password]").waitFor();
        page.locator("input[type=text]").fill(account);
        page.locator("input[type=password]").fill(account + "-demo");
        page.locator("button[type=submit]").click();
        page.getByText("My reviews").first().waitFor();
        return context;
    }

    private BrowserContext context(String session) {
        return Chromium.window(browser, new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId(zone)
                .setStorageState(session)
                .setViewportSize(1400, 1000));
    }
}
