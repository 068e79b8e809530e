package tranche.launcher.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tranche.testkit.AtEnd;

/** The machine's own Chromium, one for each JVM; nothing is downloaded, and it calls nobody but the pages' server. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** The machine may be busy with other tests; a page that is slower than this is broken. */
    private static final int LIMIT_MILLIS = 30_000;

    private static final Chromium RUNNING = AtEnd.close(new Chromium());

    private final Playwright driver =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = driver.chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS));

    private Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
    }

    static Chromium running() {
        return RUNNING;
    }

    /** A window with cookies of its own. */
    BrowserContext window(Browser.NewContextOptions options) {
        BrowserContext window = browser.newContext(options);
        window.setDefaultTimeout(LIMIT_MILLIS);
        return window;
    }

    @Override
    public void close() {
        driver.close();
    }
}
