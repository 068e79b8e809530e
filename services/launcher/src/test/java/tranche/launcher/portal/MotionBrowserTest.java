package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("What two persons decide about a commitment")
class MotionBrowserTest {

    /** The SHA-256 of {@code abc} (FIPS 180-4). */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    @DisplayName(
            "D-1: a manager proposes another amount, an approver confirms what it reads, and every page counts with it")
    void is_amended_by_two_persons_and_tells_what_it_was() {
        String programme = Raise.programme("Amended", "100000000000.00");
        String fund = Raise.fund(programme, "Motion Fund");
        String path = "/commitments/"
                + Raise.closed(fund, Raise.investor("Amended ministry", "GOVERNMENT", true), "4000000000.00");
        try (Visit manager = Visit.as(Raise.MANAGER);
                Visit approver = Visit.of().phone().as(Raise.APPROVER);
                Visit watching = Visit.as("auditor")) {
            watching.open("/programmes/" + programme);
            assertThat(watching.page().locator("#live")).hasText("Live");
            manager.open(path);
            manager.link("Change the amount…").click();
            pointsAtWhatCannotBeTaken(manager);

            manager.page().getByLabel("New amount").fill("4.2bn");
            manager.page().getByLabel("Reason").fill("A second building, agreed in March");
            assertThat(manager.page().locator("#amount-echo"))
                    .hasText("$4,200,000,000.00: four billion two hundred million, in US dollars");
            manager.button("Propose the amount").click();

            assertThat(manager.page().locator(".toast")).hasText("Proposed");
            assertThat(manager.region("Waits for a second person"))
                    .containsText("Amended ministry’s commitment to Motion Fund of $4,000,000,000.00 becomes"
                            + " $4,200,000,000.00");
            assertThat(manager.region("Waits for a second person")).containsText("any approver of the fund but you");
            assertThat(manager.page().locator("#sum")).containsText("$4,000,000,000.00");

            approver.open(path);
            assertThat(approver.sideways()).isZero();
            approver.link("Read and answer it").click();
            assertThat(approver.page().locator("main")).containsText("A second building, agreed in March");
            approver.button("Approve").click();
            assertThat(approver.page().locator(".toast")).hasText("Approved");

            assertThat(manager.page().locator("#sum")).containsText("$4,200,000,000.00");
            assertThat(manager.page().locator("#waiting section")).hasCount(0);
            assertThat(manager.page().locator("#steps > li").first())
                    .containsText("$4,000,000,000.00 became $4,200,000,000.00");
            assertThat(watching.button("1 new change")).isVisible();
            assertThat(watching.page().locator("figure.raise figcaption")).containsText("$4.2bn committed");
            watching.button("1 new change").click();
            assertThat(watching.page().locator("#feed-lines li").first())
                    .containsText("Amended ministry: commitment amended");
            assertThat(watching.page().locator("#feed-lines li").first()).containsText("+$200.0m");
        }
    }

    private static void pointsAtWhatCannotBeTaken(Visit manager) {
        manager.page().getByLabel("Reason").fill("A reason worth keeping");
        manager.page().getByLabel("New amount").fill("1.000.00");
        manager.page().getByLabel("New amount").press("Enter");
        Locator alert = manager.page().getByRole(AriaRole.ALERT);
        alert.getByRole(AriaRole.LINK).click();
        assertThat(manager.page().locator("#amount")).isFocused();
        assertThat(manager.page().locator("#amount")).hasAttribute("aria-invalid", "true");
        assertThat(manager.page().getByLabel("Reason")).hasValue("A reason worth keeping");
    }

    @Test
    @DisplayName(
            "R11: a part goes over to whom the manager chose by name; each investor reads its own end and no other name")
    void goes_over_in_part_and_leads_staff_from_one_end_to_the_other() {
        String fund = Raise.fund(Raise.programme("Given", "100000000000.00"), "Motion Fund");
        String path = "/commitments/" + Raise.closed(fund, Raise.horizon().silent, "3000000000.00");
        Raise.investor("Taking pension", "FINANCIAL_INSTITUTION", false);
        try (Visit manager = Visit.of().withoutScript().as(Raise.MANAGER);
                Visit approver = Visit.of().french().as(Raise.APPROVER)) {
            manager.open(path);
            manager.link("Transfer…").click();
            manager.page()
                    .getByLabel("To", new Page.GetByLabelOptions().setExact(true))
                    .selectOption(new SelectOption().setLabel("Taking pension, Financial institution, CA"));
            manager.page().getByLabel("What goes over").fill("1,000,000,000.00");
            manager.page().locator("#documents").fill("ab".repeat(32) + "  Assignment.pdf");
            Visit.press(manager.button("Propose the transfer"));
            assertThat(manager.page().locator("#waiting"))
                    .containsText(
                            "$1,000,000,000.00 of Pension institution B’s commitment to Motion Fund, $3,000,000,000.00,"
                                    + " goes over to Taking pension");

            approver.open("/approvals");
            approver.page()
                    .locator("tr", new Page.LocatorOptions().setHasText("Pension institution B"))
                    .getByRole(AriaRole.LINK)
                    .click();
            assertThat(approver.page().locator("main")).containsText("Assignment.pdf");
            approver.button("Approuver").click();
            assertThat(approver.page().locator(".toast")).isVisible();

            approver.open(path);
            assertThat(approver.page().locator("#sum")).containsText("2\u202f000\u202f000\u202f000,00");
            approver.link("Voir l’engagement de Taking pension").click();
            assertThat(approver.page().locator("h1")).hasText("Taking pension");
            assertThat(approver.page().locator("#sum")).containsText("1\u202f000\u202f000\u202f000,00");
            approver.link("Voir l’engagement de Pension institution B").click();
            assertThat(approver.address()).isEqualTo(path);
        }
        Deployment.running().bindInvestor(Raise.horizon().silent);
        try (Visit investor = Visit.as("investor")) {
            investor.open(path);
            assertThat(investor.page().locator("#steps > li").first()).containsText("went over to another investor");
            assertThat(investor.page().content()).doesNotContain("Taking pension");
        }
    }

    @Test
    void receives_a_document_of_consent_and_shows_the_hash_that_was_computed_of_it() {
        String fund = Raise.fund(Raise.programme("Lessened", "100000000000.00"), "Motion Fund");
        String path =
                "/commitments/" + Raise.closed(fund, Raise.investor("Lessening works", "OTHER", true), "2000000000.00");
        try (Visit manager = Visit.as(Raise.MANAGER)) {
            manager.open(path + "/amendments");
            manager.page().getByLabel("New amount").fill("1bn");
            manager.page().getByLabel("Reason").fill("Less is needed");
            manager.button("Propose the amount").click();
            assertThat(manager.page().locator("#documents")).hasAttribute("aria-invalid", "true");

            manager.page()
                    .locator("#documents-file")
                    .setInputFiles(
                            new FilePayload("Consent.pdf", "application/pdf", "abc".getBytes(StandardCharsets.UTF_8)));
            assertThat(manager.page()
                            .getByRole(AriaRole.STATUS)
                            .and(manager.page().locator(".note")))
                    .containsText(ABC + "  Consent.pdf");
            assertThat(manager.page().locator("#documents")).hasValue(ABC + "  Consent.pdf");
            assertThat(manager.page().getByLabel("Reason")).hasValue("Less is needed");
            manager.button("Propose the amount").click();

            assertThat(manager.page().locator(".toast")).hasText("Proposed");
            assertThat(manager.page().locator("#waiting")).containsText("becomes $1,000,000,000.00");
        }
        assertThat(Deployment.running()
                        .download(Optional.of("auditor"), "/api/v1/documents/" + ABC, "Accept", "*/*")
                        .body())
                .isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void receives_documents_one_by_one_without_script() {
        String fund = Raise.fund(Raise.programme("Halved", "100000000000.00"), "Motion Fund");
        String path =
                "/commitments/" + Raise.closed(fund, Raise.investor("Halving works", "OTHER", true), "2000000000.00");
        try (Visit manager = Visit.of().withoutScript().phone().as(Raise.MANAGER)) {
            manager.open(path + "/amendments");
            Visit.press(manager.button("Upload"));
            assertThat(manager.page().locator("#errors")).containsText("Choose a file first.");
            manager.page().getByLabel("New amount").fill("1bn");
            manager.page().getByLabel("Reason").fill("Half is enough");
            for (String name : List.of("Consent.pdf", "Board.pdf")) {
                manager.page()
                        .locator("#documents-file")
                        .setInputFiles(new FilePayload(name, "application/pdf", name.getBytes(StandardCharsets.UTF_8)));
                Visit.press(manager.button("Upload"));
                assertThat(manager.page().locator("#documents")).hasValue(Pattern.compile("  " + name + "$"));
            }
            assertThat(manager.sideways()).isZero();
            manager.page()
                    .locator("#documents-file")
                    .setInputFiles(new FilePayload("Left.pdf", "application/pdf", new byte[] {1}));
            Visit.press(manager.button("Propose the amount"));
            assertThat(manager.page().locator("#errors")).containsText("is not uploaded yet");
            Visit.press(manager.button("Propose the amount"));
            assertThat(manager.page().locator(".toast")).hasText("Proposed");
            manager.page().locator("#waiting a").first().press("Enter");
            assertThat(manager.page().locator("main")).containsText("Board.pdf");
        }
    }
}
