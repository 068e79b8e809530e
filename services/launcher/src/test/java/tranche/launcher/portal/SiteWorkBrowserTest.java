package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InBrowser
@DisplayName("What a site reports and a verifier finds")
class SiteWorkBrowserTest {

    private static final String REPORTER = "site-reporter";
    private static final String VERIFIER = "verifier";
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    /** A file is chosen by one click. */
    private static final int CHOSEN = 1;

    /** A certificate whose lines look like those between the parts of a form. */
    private static byte[] certificate(String of) {
        return ("%PDF-1.7\r\n--" + of + "--\r\n").repeat(2_000).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void is_claimed_with_evidence_on_a_phone_in_four_clicks_and_verified_in_two(boolean script) {
        Site site = Site.of(script ? "Harbour yard" : "Harbour yard without script");
        String slab = site.planned("Slab", TODAY.minusDays(2));
        byte[] file = certificate(slab);
        Visit.Options phone = script ? Visit.of().phone() : Visit.of().phone().withoutScript();
        try (Visit auditor = Visit.as("auditor");
                Visit reporter = phone.as(REPORTER)) {
            open(auditor, site, slab, "Slab");
            assertThat(auditor.page().locator("#live")).hasText("Live");

            open(reporter, site, slab, "Slab");
            int clicks = pressed(task(reporter, slab));
            clicks += pressed(form(reporter, "Claim"));
            assertThat(reporter.page().locator("#m-" + slab + "-claim-kind")).hasValue("CERTIFICATE");
            reporter.page()
                    .locator("#m-" + slab + "-claim-file")
                    .setInputFiles(new FilePayload("Levels of the slab.pdf", "application/pdf", file));
            clicks += CHOSEN + pressed(reporter.button("Claim"));

            assertThat(clicks).isEqualTo(4);
            assertThat(reporter.page().locator(".toast")).hasText("The evidence is received");
            assertThat(reporter.page().locator("#m-" + slab + " [data-copy]")).hasAttribute("data-copy", sha256(file));
            assertThat(section(reporter, slab)).containsText("Levels of the slab.pdf");
            assertThat(reporter.sideways()).isZero();
            assertThat(section(auditor, slab)).containsText("Claimed, with evidence");

            try (Visit verifier = Visit.as(VERIFIER)) {
                int findings = pressed(task(verifier, slab));
                assertThat(section(verifier, slab).locator(".asked-came")).containsText("Levels of the slab.pdf");
                assertThat(Axe.violations(verifier.page())).isEmpty();
                verifier.page().getByLabel("Statement").fill("Levels within 20 mm");
                findings += pressed(verifier.button("Verify"));

                assertThat(findings).isEqualTo(2);
                assertThat(verifier.page().locator(".toast")).hasText("Your verification is recorded");
                assertThat(section(verifier, slab)).containsText("Counts as verified");
                assertThat(verifier.page().locator("main form")).hasCount(0);
                assertThat(verifier.page()
                                .context()
                                .request()
                                .get("/api/v1/evidence/" + sha256(file))
                                .body())
                        .isEqualTo(file);
            }
            assertThat(section(auditor, slab)).containsText("Counts as verified");
            assertThat(section(auditor, slab)).containsText("Levels within 20 mm");
        }
    }

    @Test
    void slips_with_a_reason_that_everybody_reads() {
        Site site = Site.of("Late yard");
        String shell = site.planned("Shell", TODAY.plusDays(20));
        try (Visit reporter = Visit.of().phone().as(REPORTER)) {
            open(reporter, site, shell, "Shell");
            form(reporter, "Report another date").click();
            reporter.page()
                    .locator("#m-" + shell + "-reschedule-forecastDate")
                    .fill(TODAY.plusDays(150).toString());
            reporter.page().getByLabel("Reason").fill("The crane is late");
            reporter.button("Report another date").click();

            assertThat(reporter.page().locator(".toast")).hasText("The new date is recorded");
            assertThat(section(reporter, shell)).containsText("Slipped");
        }
        try (Visit stakeholder = Visit.as("stakeholder")) {
            stakeholder.open("/projects/" + site.project);
            assertThat(section(stakeholder, shell)).containsText("The crane is late");
        }
    }

    @Test
    void is_rejected_with_a_reason_and_withdrawn_by_whoever_claimed_it() {
        Site site = Site.of("Disputed yard");
        String slab = site.planned("Slab", TODAY.minusDays(9));
        String shell = site.planned("Shell", TODAY.minusDays(4));
        Site.claimed(slab);
        Site.claimed(shell);
        try (Visit verifier = Visit.as(VERIFIER)) {
            open(verifier, site, shell, "Claimed, with evidence");
            section(verifier, slab).locator("summary", withText("Reject")).click();
            verifier.page().locator("#m-" + slab + "-rejection-reason").fill("The levels are missing");
            section(verifier, slab).locator("button", withText("Reject")).click();
            assertThat(section(verifier, slab)).containsText("Claim rejected");
            assertThat(section(verifier, slab)).containsText("The levels are missing");
        }
        try (Visit reporter = Visit.as(REPORTER)) {
            open(reporter, site, slab, "Slab");
            section(reporter, shell)
                    .locator("summary", withText("Withdraw the claim"))
                    .click();
            section(reporter, shell)
                    .locator("button", withText("Withdraw the claim"))
                    .click();
            assertThat(section(reporter, shell)).containsText("In progress");
            assertThat(section(reporter, slab).locator("summary", withText("Claim")))
                    .hasCount(1);
        }
    }

    @Test
    void is_refused_in_words_and_in_the_readers_language_with_what_was_typed() {
        Site site = Site.of("Hasty yard");
        String slab = site.planned("Slab", TODAY.plusDays(30));
        String ahead = TODAY.plusDays(5).toString();
        try (Visit reporter = Visit.of().french().as(REPORTER)) {
            open(reporter, site, slab, "Slab");
            form(reporter, "Déclarer").click();
            reporter.page().locator("#m-" + slab + "-claim-claimedDate").fill(ahead);
            reporter.button("Déclarer").click();

            Locator alert = reporter.page().getByRole(AriaRole.ALERT);
            assertThat(alert).isFocused();
            assertThat(alert).containsText("Déclarez un jalon une fois qu’il est atteint");
            assertThat(reporter.page().locator("#m-" + slab + "-claim-claimedDate"))
                    .hasValue(ahead);
            assertThat(reporter.page().locator("#m-" + slab + "-claim-claimedDate"))
                    .isVisible();
            assertThat(Axe.violations(reporter.page())).isEmpty();
        }
    }

    @ParameterizedTest(name = "on its own page: {0}")
    @ValueSource(booleans = {false, true})
    void keeps_what_is_being_typed_while_the_milestone_changes(boolean alone) {
        Site site = Site.of(alone ? "Busy yard of one" : "Busy yard");
        String slab = site.planned("Slab", TODAY.plusDays(30));
        try (Visit reporter = Visit.as(REPORTER)) {
            open(reporter, site, slab, "Slab");
            if (alone) {
                reporter.open("/milestones/" + slab);
            }
            assertThat(reporter.page().locator("#live")).hasText("Live");
            form(reporter, "Report another date").click();
            Locator reason = reporter.page().locator("#m-" + slab + "-reschedule-reason");
            reason.fill("A reason worth keeping");

            Site.command("fund-manager", slab, "start", Map.of());

            assertThat(reporter.page().locator("#moved")).isVisible();
            assertThat(reason).hasValue("A reason worth keeping");
            reporter.button("Report another date").click();
            assertThat(reporter.page().getByRole(AriaRole.ALERT)).containsText("This changed while you were editing");
            assertThat(reason).hasValue("A reason worth keeping");
        }
    }

    /** The first click of whoever begins with the list of work; what was done is in it a moment later. */
    private static Locator task(Visit visit, String milestone) {
        Locator task = visit.page().locator("main a[href='/milestones/" + milestone + "']");
        await().pollInSameThread().atMost(LIMIT).until(() -> {
            visit.open("/work");
            return task.count() == 1;
        });
        return task;
    }

    /** Presses what would be clicked: one click. */
    private static int pressed(Locator control) {
        Visit.press(control);
        return 1;
    }

    /** What was done over the API is on the page a moment later. */
    private static void open(Visit visit, Site site, String milestone, String text) {
        await().pollInSameThread().atMost(LIMIT).until(() -> {
            visit.open("/projects/" + site.project);
            return section(visit, milestone).count() == 1
                    && section(visit, milestone).innerText().contains(text);
        });
    }

    private static Locator form(Visit visit, String command) {
        return visit.page().locator("summary", new Page.LocatorOptions().setHasText(command + "…"));
    }

    private static Locator section(Visit visit, String milestone) {
        return visit.page().locator("#m-" + milestone);
    }

    private static Locator.LocatorOptions withText(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
