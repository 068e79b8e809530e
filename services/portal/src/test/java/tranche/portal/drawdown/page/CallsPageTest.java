package tranche.portal.drawdown.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.drawdown.page.CallOffice.FUND;
import static tranche.portal.drawdown.page.CallOffice.NORTH;
import static tranche.portal.drawdown.page.CallOffice.line;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.drawdown.page.CallOffice.Told;

@DisplayName("The list of calls")
class CallsPageTest {

    private static CallOffice office;

    @BeforeAll
    static void starts() {
        office = new CallOffice();
    }

    @BeforeEach
    void begins() {
        office.service.clear();
    }

    @AfterAll
    static void stops() {
        office.close();
    }

    private static String items(String next, String... calls) {
        return "{\"items\": [" + String.join(",", calls) + "], \"next\": " + next + "}";
    }

    @Test
    void has_a_row_for_each_with_what_is_called_and_until_when() {
        Told draft = Told.of("DRAFT");
        Told issued = Told.of("ISSUED");
        office.service.put("/capital-calls", items("null", draft.json(), issued.json()));

        assertThat(office.page("auditor", "/calls"))
                .contains("2 calls</b>: 1 waits for approval, 1 is open")
                .contains("href=\"/calls/" + draft.id() + "\">CC-2026-001", "Fab Fund I", "Tools of the fab")
                .contains(">$100.01<", "30\u00a0Sep\u00a02026", "aria-current=\"page\"");
        assertThat(office.service.nextRead()).isEqualTo("/capital-calls?limit=50");
    }

    @Test
    void of_an_investor_has_what_is_called_of_it() {
        office.service.put(
                "/capital-calls",
                items(
                        "null",
                        Told.of("ISSUED")
                                .with(false, line(NORTH, "60.01", "ISSUED"))
                                .json()));

        assertThat(office.page("investor", "/calls")).contains(">$60.01<").doesNotContain("100.01");
    }

    @Test
    void asks_the_service_for_what_its_address_asks_for() {
        office.service.put(
                "/capital-calls", items("\"place two\"", Told.of("PART_PAID").json()));

        String page = office.page("auditor", "/calls?state=part-paid&fund=" + FUND + "&after=place+one");

        assertThat(office.service.nextRead())
                .isEqualTo("/capital-calls?fundId=" + FUND + "&state=PART_PAID&limit=50&after=place+one");
        assertThat(page)
                .contains("href=\"/calls?fund=" + FUND + "&amp;state=part-paid&amp;after=place+two\">More")
                .contains("1 call</b> on this page", "To the first page", "Fund: Fab Fund I", "State: Part paid");
    }

    @Test
    void says_what_of_its_address_means_nothing() {
        office.service.put("/capital-calls?limit=50&after=gone", 422, "{\"code\": \"validation\"}");
        office.service.put("/capital-calls", items("null"));

        assertThat(office.page("auditor", "/calls?after=gone&state=nosuch"))
                .contains("Place in the list: gone", "State: nosuch", "No calls yet.");
        assertThat(office.page("auditor", "/calls?state=paid")).contains("Nothing matches.");
        assertThat(office.page("stakeholder", "/calls")).contains("Calls are not shown to this account");
    }

    @Test
    void leaves_as_a_file_from_its_first_page_to_its_last() {
        office.service.put(
                "/capital-calls?limit=50", items("\"2\"", Told.of("DRAFT").json()));
        office.service.put(
                "/capital-calls?limit=50&after=2", items("null", Told.of("PAID").json()));

        String file = office.get("auditor", "/calls.csv").body();
        assertThat(file.lines()).hasSize(3);
        assertThat(file).contains("Fab Fund I", "DRAFT", "PAID", "100.01");
        assertThat(office.get("auditor", "/calls.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void is_in_the_menu_of_whoever_has_calls() {
        for (String account : new String[] {"fund-manager", "approver", "auditor", "investor"}) {
            assertThat(office.page(account, "/projects")).as(account).contains("href=\"/calls\"");
        }
        assertThat(office.page("verifier", "/projects")).doesNotContain("href=\"/calls\"");
        assertThat(office.get("auditor", "/calls/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }
}
