package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("Signing in")
class SignInBrowserTest {

    private static final Deployment DEPLOYMENT = Deployment.running();
    private static final Raise HORIZON = Raise.horizon();

    @Test
    void takes_one_click_in_a_demo_and_leads_to_where_one_wanted_to_go() {
        try (Visit visit = Visit.of().stranger()) {
            visit.open("/programmes/" + HORIZON.programme);
            assertThat(visit.page()).hasTitle("Sign in · Tranche");

            visit.page().locator("button[value=fund-manager]").click();

            assertThat(visit.page()).hasTitle("Horizon · Tranche");
            assertThat(visit.address()).isEqualTo("/programmes/" + HORIZON.programme);
        }
    }

    @Test
    void takes_a_user_name_and_a_password_and_ends_with_signing_out() {
        try (Visit visit = Visit.of().stranger()) {
            visit.open("/signin");
            visit.page().getByLabel("User name").fill("auditor");
            visit.page().getByLabel("Password").fill(DEPLOYMENT.password("auditor"));
            visit.button("Sign in").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*/overview"));

            visit.button("Auditor, your account").click();
            visit.button("Sign out").click();

            assertThat(visit.page()).hasTitle("Sign in · Tranche");
            visit.open("/commitments");
            assertThat(visit.page()).hasTitle("Sign in · Tranche");
        }
    }

    @Test
    void says_what_to_do_after_a_wrong_password_and_keeps_the_name() {
        try (Visit visit = Visit.of().stranger()) {
            visit.open("/signin");
            visit.page().getByLabel("User name").fill("stakeholder");
            visit.page().getByLabel("Password").fill("not the password");
            visit.button("Sign in").click();

            Locator summary = visit.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT);
            assertThat(summary).containsText("The user name or the password is not right");
            assertThat(summary).isFocused();
            assertThat(visit.page().getByLabel("User name")).hasValue("stakeholder");
            assertThat(visit.page().getByLabel("Password")).hasValue("");
        }
    }

    @Test
    void works_with_the_keyboard_alone() {
        try (Visit visit = Visit.of().stranger()) {
            visit.open("/signin?back=/commitments");
            visit.tabTo(visit.page().getByLabel("User name"));
            visit.page().keyboard().type("approver");
            visit.tabTo(visit.page().getByLabel("Password"));
            visit.page().keyboard().type(DEPLOYMENT.password("approver"));
            visit.page().keyboard().press("Enter");

            assertThat(visit.page()).hasTitle("Commitments · Tranche");
            visit.page().keyboard().press("Tab");
            assertThat(visit.link("Skip to content")).isFocused();
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator("main")).isFocused();
        }
    }

    @Test
    void by_an_invitation_sets_a_password_that_is_not_what_everybody_tries() {
        try (Visit visit = Visit.of().stranger()) {
            visit.open(invitation("invited"));
            visit.page().getByLabel("New password").fill("password1234");
            visit.button("Set password").click();
            assertThat(visit.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                    .containsText("It is made of a word that everybody tries first.");

            visit.page().getByLabel("New password").fill("seven bridges over the Saône");
            visit.button("Set password").click();

            assertThat(visit.page()).hasURL(Pattern.compile(".*/overview"));
            assertThat(visit.text()).contains("There is nothing here for you yet");
        }
    }

    @Test
    void says_in_the_readers_language_what_is_wrong_with_a_new_password() {
        try (Visit visit = Visit.of().french().stranger()) {
            visit.open(invitation("invited in French"));
            visit.page().getByLabel("Nouveau mot de passe").fill("court");
            visit.button("Enregistrer le mot de passe").click();

            assertThat(visit.page().locator(".field .wrong")).hasText("Il faut au moins 12 caractères.");
            assertThat(visit.page().getByLabel("Nouveau mot de passe")).hasAttribute("aria-invalid", "true");
        }
    }

    /** The link with which a new account's holder sets a password. */
    static String invitation(String username) {
        String account = DEPLOYMENT
                .post("admin", "/accounts", Map.of("name", username))
                .path("id")
                .asText();
        return DEPLOYMENT
                .post("admin", "/accounts/" + account + "/invitation", Map.of())
                .path("url")
                .asText();
    }
}
