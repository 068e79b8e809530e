package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What somebody is told, sees come in, and wants otherwise. */
@InBrowser
@DisplayName("Alerts and preferences")
class WishesBrowserTest {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String VERIFIER = "verifier";
    private static final Deployment DEPLOYMENT = Deployment.running();
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static void claim(String milestone) {
        Site.command("site-reporter", milestone, "claim", Map.of("claimedDate", TODAY.toString()));
    }

    private static List<JsonNode> open(String account) {
        return StreamSupport.stream(
                        DEPLOYMENT
                                .get(account, "/alerts?open=true&limit=500")
                                .get("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private static JsonNode preference(String account, String type) {
        return StreamSupport.stream(
                        DEPLOYMENT.get(account, "/preferences").get("items").spliterator(), false)
                .filter(item -> item.get("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Locator toggle(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    @DisplayName("N-6: new alerts wait until they are asked for; what is settled stands under what came after it")
    void alerts_come_in_and_go() {
        Site site = Site.of("Inbox fab");
        String milestone = site.planned("Inbox shell", TODAY.plusDays(30));
        try (Visit visit = Visit.as("fund-manager")) {
            visit.open("/alerts");
            assertThat(visit.page().locator("#live")).hasText("Live");
            claim(milestone);
            Locator news = visit.page().locator("#news");
            assertThat(news).hasText(Pattern.compile("\\d+ new alerts?"));
            assertThat(visit.page().locator("#feed-lines")).not().containsText("Inbox shell");
            news.click();
            Locator line =
                    visit.page().locator("#feed-lines > li > div > .first", containing("Inbox shell is claimed"));
            assertThat(line).isVisible();
            assertThat(visit.page().locator("#feed-lines"))
                    .containsText("The site Inbox fab says that Inbox shell was reached");

            DEPLOYMENT.submit(
                    "site-reporter", "/milestones/" + milestone + "/evidence", "CERTIFICATE", "%PDF-1.7 " + milestone);
            Site.command(
                    VERIFIER,
                    milestone,
                    "verification",
                    Map.of("achievedDate", TODAY.toString(), "statement", "Seen on site"));
            await().atMost(LIMIT)
                    .until(() -> open("fund-manager").stream()
                            .anyMatch(alert -> alert.get("title").asText().equals("Inbox shell is verified")));
            visit.open("/alerts");
            assertThat(line).hasCount(0);
            Locator verified = visit.page().locator("#feed-lines > li", containing("Inbox shell is verified"));
            verified.locator("summary").click();
            assertThat(verified.locator(".under")).containsText("Inbox shell is claimed, and not verified");
            verified.locator(".first a").first().click();
            Locator alert = visit.page().getByRole(AriaRole.ARTICLE);
            assertThat(alert).containsText("Inbox shell is verified");
            assertThat(alert.locator(".timeline .b")).hasText(new String[] {
                "Claimed", "Evidence submitted", "Verified", "Counts as verified", "This alert"
            });
            assertThat(alert).containsText("Told within");
            assertThat(alert.locator(".sent")).containsText("In the portal");
            assertThat(visit.link("Open the milestone")).hasAttribute("href", "/milestones/" + milestone);
            alert.getByText("Mark as read").click();
            assertThat(alert.getByText("Mark as read")).hasCount(0);
            assertThat(visit.page().locator("li.current")).not().containsText("unread");
            visit.link("Superseded").click();
            assertThat(visit.page().locator("#feed-lines")).containsText("Inbox shell is claimed");
        }
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    @DisplayName("what is switched off is saved and can be undone at once; what must be told has a lock")
    void preferences_are_saved_and_undone() {
        String before = DEPLOYMENT.get(VERIFIER, "/preferences").get("items").toString();
        try (Visit visit = Visit.as(VERIFIER)) {
            visit.open("/alerts");
            visit.page().getByRole(AriaRole.MAIN).getByText("Preferences").click();
            Locator mail = toggle(visit, "Evidence to examine, E-mail");
            Locator toast = visit.page().locator(".toast");
            assertThat(mail).isChecked();
            mail.press("Space");
            assertThat(toast).containsText("Saved");
            assertThat(mail).isFocused();
            assertThat(preference(VERIFIER, "MS-02").at("/channels/EMAIL").asBoolean())
                    .isFalse();
            Locator version = visit.page().locator("#keys input[name=version]");
            String first = version.inputValue();
            visit.page().getByLabel("Evidence to examine, how often").selectOption("DAILY");
            assertThat(version).not().hasValue(first);
            assertThat(preference(VERIFIER, "MS-02").get("digest").asText()).isEqualTo("DAILY");
            visit.button("Undo").click();
            assertThat(toast).containsText("Undone");
            assertThat(preference(VERIFIER, "MS-02").get("digest").asText()).isEqualTo("NONE");
            assertThat(mail).not().isChecked();
            mail.press("Space");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(DEPLOYMENT
                                    .get(VERIFIER, "/preferences")
                                    .get("items")
                                    .toString())
                            .isEqualTo(before));

            visit.page().getByLabel("From").fill("22:00");
            visit.button("Save").click();
            assertThat(visit.page().locator("#errors")).containsText("Quiet hours need a beginning and an end");
            assertThat(visit.page()
                            .locator("#quietFrom, #quietTo")
                            .and(visit.page().locator("[aria-invalid]")))
                    .hasAccessibleDescription(Pattern.compile("Quiet hours need a beginning and an end"));
            visit.page().getByLabel("Until").fill("07:00");
            visit.button("Save").click();
            assertThat(toast).containsText("Saved");
            assertThat(DEPLOYMENT
                            .get(VERIFIER, "/preferences")
                            .at("/quietHours/from")
                            .asText())
                    .isEqualTo("22:00");
            visit.button("Undo").click();
            assertThat(toast).containsText("Undone");
            assertThat(DEPLOYMENT
                            .get(VERIFIER, "/preferences")
                            .get("quietHours")
                            .isNull())
                    .isTrue();
            assertThat(visit.page().locator(".note.ok")).containsText("in the last 30 days");
        }
        try (Visit visit = Visit.of().withoutScript().as("fund-manager")) {
            visit.open("/preferences");
            assertThat(visit.page().locator("#cm-02")).containsText("At once");
            assertThat(toggle(visit, "Commitment accepted, Portal")).hasCount(0);
            assertThat(toggle(visit, "Commitment accepted, Webhook")).isChecked();
        }
    }

    @Test
    void a_site_is_followed_left_alone_and_followed_no_more() {
        try (Visit visit = Visit.as(VERIFIER)) {
            Site.desert();
            visit.open("/preferences");
            visit.page().getByLabel("What it is about").selectOption(new SelectOption().setLabel("Desert fab 21"));
            visit.page().getByLabel("Only the kinds that I choose").check();
            visit.button("Ask for it").click();
            Locator kinds = visit.page().locator("#types");
            assertThat(kinds).hasAccessibleDescription(Pattern.compile("\\S"));
            visit.page().getByLabel("Milestone slipped MS-05").check();
            visit.button("Ask for it").click();
            Locator line = visit.page().locator("ol.feed > li", containing("Site: Desert fab 21"));
            assertThat(line).containsText("Milestone slipped · Portal · As often as above");

            line.getByRole(AriaRole.BUTTON, named("Pause")).click();
            assertThat(line).containsText("Paused");
            line.getByRole(AriaRole.BUTTON, named("Resume")).click();
            assertThat(line).not().containsText("Paused");
            line.getByRole(AriaRole.BUTTON, named("Remove")).click();
            assertThat(line).hasCount(0);
            assertThat(visit.text()).contains("You ask for nothing besides");
        }
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
