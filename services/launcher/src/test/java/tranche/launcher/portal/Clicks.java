package tranche.launcher.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** A person on the way from the page where a visit begins to what it is for: what is pressed is counted, what is typed is not. */
final class Clicks {

    private int made;

    private Clicks() {}

    /** Begins where the signed-in visitor lands. */
    static Clicks fromHome(Visit visit) {
        visit.open("/");
        return new Clicks();
    }

    Clicks on(Locator control) {
        control.click();
        made++;
        return this;
    }

    /** Whoever opens a link to a file presses it, and stays where the link is. */
    Clicks onFile(Locator link) {
        assertThat(link.isVisible()).isTrue();
        made++;
        return this;
    }

    /** As many as the design of the portal allows for the task, and no more. */
    void assertAtMost(int allowed) {
        assertThat(made).isLessThanOrEqualTo(allowed);
    }
}
