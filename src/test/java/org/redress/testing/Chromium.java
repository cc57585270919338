package org.redress.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Real Chromium. It is taken from the path, else Playwright fetches its own, else Debian's package is installed where
 * that may be done; failing all three, the test fails and says what to do. Open for all tests of a class that registers it.
 */
public final class Chromium implements BeforeAllCallback, AfterAllCallback {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long a page may take, in milliseconds: on a busy machine Tasklist needs more than the usual half minute. */
    private static final double PATIENCE = 90_000;

    private Playwright playwright;
    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext tests) {
        // the browser is chosen below; Playwright need not fetch three of them
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = launch(playwright);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE / 3);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    public Browser browser() {
        return browser;
    }

    /** A window of somebody's own, patient on a busy machine. */
    public static BrowserContext window(Browser browser, Browser.NewContextOptions options) {
        BrowserContext window = browser.newContext(options);
        window.setDefaultTimeout(PATIENCE);
        return window;
    }

    private static Browser launch(Playwright playwright) {
        Optional<Path> found = onPath();
        if (found.isPresent()) {
            return playwright.chromium().launch(options().setExecutablePath(found.get()));
        }
        String whyNotFetched;
        try {
            run("playwright install chromium", playwrightInstall());
            return playwright.chromium().launch(options());
        } catch (IOException | PlaywrightException e) {
            whyNotFetched = e.getMessage();
        }
        try {
            run("apt-get update", List.of("apt-get", "update"));
            run("apt-get install chromium", List.of("apt-get", "install", "-y", "--no-install-recommends", "chromium"));
            return playwright.chromium().launch(options().setExecutablePath(onPath().orElseThrow()));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "The browser tests need Chromium and found none: it is not on the path, Playwright could not fetch it ("
                            + whyNotFetched + ") and Debian's package could not be installed (" + e.getMessage()
                            + "). Install Chromium and run the tests again.",
                    e);
        }
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
    }

    private static Optional<Path> onPath() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            for (String name : NAMES) {
                Path candidate = Path.of(folder, name);
                if (Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> playwrightInstall() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium");
    }

    private static void run(String what, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(what + " took more than ten minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(what + " was interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(what + " ended with " + process.exitValue());
        }
    }
}
