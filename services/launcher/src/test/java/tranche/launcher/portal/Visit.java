package tranche.launcher.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's visit: a browser's window with cookies of its own. It keeps what no page may do: ask anybody but the portal,
 * break its own policy, or fail in its script.
 */
final class Visit implements AutoCloseable {

    private static final int PHONE_WIDTH = 390;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** How a person comes. */
    static final class Options {
        private final Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(Deployment.running().origin())
                .setLocale("en-GB")
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(WIDTH, HEIGHT);

        Options french() {
            options.setLocale("fr-FR");
            return this;
        }

        Options dark() {
            options.setColorScheme(ColorScheme.DARK);
            return this;
        }

        Options phone() {
            return wide(PHONE_WIDTH);
        }

        Options wide(int pixels) {
            options.setViewportSize(pixels, HEIGHT);
            return this;
        }

        Options in(String zone) {
            options.setTimezoneId(zone);
            return this;
        }

        Options withoutScript() {
            options.setJavaScriptEnabled(false);
            return this;
        }

        /** Signed in already, as an account of the demo. */
        Visit as(String account) {
            Visit visit = stranger();
            APIResponse signedIn = visit.context
                    .request()
                    .post(
                            "/signin",
                            RequestOptions.create()
                                    .setHeader("Origin", Deployment.running().origin())
                                    .setMaxRedirects(0)
                                    .setForm(FormData.create().set("demo", account)));
            assertThat(signedIn.status()).as(account).isEqualTo(303);
            return visit;
        }

        /** Not signed in. */
        Visit stranger() {
            return new Visit(Chromium.running().window(options));
        }
    }

    static Options of() {
        return new Options();
    }

    static Visit as(String account) {
        return of().as(account);
    }

    private Visit(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        String origin = Deployment.running().origin();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // A page that says "404" on purpose is reported by the browser as a resource that failed.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
                complaints.add("asked " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Another window of the same person. */
    Page another(String path) {
        Page second = context.newPage();
        second.navigate(path);
        return second;
    }

    /** Goes on in the light, in a window as wide as most. */
    void inTheLight() {
        look(ColorScheme.LIGHT, WIDTH);
    }

    /** Goes on in the dark, on a phone. */
    void onAPhoneInTheDark() {
        look(ColorScheme.DARK, PHONE_WIDTH);
    }

    private void look(ColorScheme colours, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.setViewportSize(width, HEIGHT);
    }

    Response open(String path) {
        Response answer = page.navigate(path);
        if (answer == null) {
            throw new AssertionError("no answer to " + path);
        }
        return answer;
    }

    /** The portal's path and query of where the visit is. */
    String address() {
        return page.url().substring(Deployment.running().origin().length());
    }

    /** All that can be read on the page. */
    String text() {
        return page.locator("body").innerText();
    }

    /** By how many pixels the page as a whole can be scrolled sideways; a region of its own may. */
    int sideways() {
        return (int) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /**
     * Presses a control as the keyboard does. A click waits until two frames show it in one place, and a page without script
     * may be drawn no second one.
     */
    static void press(Locator control) {
        control.press("Enter");
    }

    /** Presses Tab until the element has the focus, as somebody without a mouse does. */
    void tabTo(Locator wanted) {
        for (int presses = 0; presses < 60; presses++) {
            if (Boolean.TRUE.equals(wanted.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + wanted);
    }

    /** Ends the visit; fails where a page did what none may. */
    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
