package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("What nobody else may see")
class RightsBrowserTest {

    private static final Raise HORIZON = Raise.horizon();

    @BeforeAll
    static void binds() {
        Deployment.running().bindInvestor(HORIZON.silent);
    }

    @Test
    void an_investor_sees_its_own_commitments_and_no_others() {
        try (Visit visit = Visit.as("investor")) {
            visit.open("/commitments");
            // Other tests call upon this investor too, in funds of their own.
            assertThat(visit.page().locator("table.list tbody tr").allInnerTexts())
                    .isNotEmpty()
                    .allMatch(row -> row.contains("Pension institution B"))
                    .anyMatch(row -> row.contains("Leading-Edge Logic Fund"));
            assertThat(visit.page().locator("main .lede")).containsText(Pattern.compile("of 1 investor: \\$1[67]\\d"));

            visit.open("/programmes/" + HORIZON.programme);
            assertThat(visit.text()).doesNotContain("Sovereign fund A").doesNotContain("Government E");
            assertThat(visit.region("My commitments").locator("tbody tr").allInnerTexts())
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .contains("Leading-Edge Logic Fund", "Committed", "$160.0bn")
                            .doesNotContain("660"));
            assertThat(visit.page().locator("#funds")).hasCount(0);

            String csv = visit.page()
                    .context()
                    .request()
                    .get("/commitments.csv", RequestOptions.create())
                    .text();
            assertThat(csv).contains("Pension institution B").doesNotContain("Sovereign fund A");
        }
    }

    @Test
    void a_commitment_of_another_is_answered_like_one_that_does_not_exist() {
        try (Visit visit = Visit.as("investor")) {
            Response other = visit.open("/commitments/" + HORIZON.closed);
            String told = visit.text();
            Response none = visit.open("/commitments/01939f00-0000-7000-8000-0000000000c1");

            assertThat(other.status()).isEqualTo(404);
            assertThat(none.status()).isEqualTo(404);
            assertThat(told).isEqualTo(visit.text()).contains("There is nothing here for you");
        }
    }

    @Test
    void a_stakeholder_sees_totals_and_the_names_of_those_only_who_consent() {
        String programme = Raise.programme("Published", "100000000000.00");
        String fund = Raise.fund(programme, "Published Fund");
        String consenting = Raise.investor("Consenting ministry", "GOVERNMENT", true);
        String silent = Raise.investor("Silent family office", "OTHER", false);
        try (Visit visit = Visit.as("stakeholder")) {
            visit.open("/programmes/" + programme);
            assertThat(visit.page().locator("#live")).hasText("Live");
            Raise.close(
                    fund,
                    Raise.accepted(fund, silent, "30000000000.00"),
                    Raise.accepted(fund, consenting, "20000000000.00"));

            assertThat(visit.page().locator("figure.raise figcaption")).containsText("$50.0bn committed");
            visit.page().locator("#news").click();
            assertThat(visit.page().locator("#feed-lines")).containsText("Published Fund");
            assertThat(visit.page().content())
                    .doesNotContain("Silent family office")
                    .doesNotContain(silent);

            visit.page().reload();
            assertThat(visit.page().content())
                    .doesNotContain("Silent family office")
                    .doesNotContain(silent);
            assertThat(visit.page().getByRole(AriaRole.NAVIGATION).first())
                    .not()
                    .containsText("Commitments");
            visit.open("/commitments");
            assertThat(visit.page().locator("table.list")).hasCount(0);
            assertThat(visit.page().locator("main")).containsText("Commitments are not shown to this account");
        }
    }

    @Test
    void an_administrator_is_told_that_it_sees_no_money() {
        try (Visit visit = Visit.as("admin")) {
            visit.open("/");
            assertThat(visit.text()).contains("Your account administers the deployment and sees no money.");
            assertThat(visit.open("/programmes/" + HORIZON.programme).status()).isEqualTo(404);
        }
    }
}
