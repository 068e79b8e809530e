package tranche.portal.drawdown.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.drawdown.page.CallOffice.FUND;
import static tranche.portal.drawdown.page.CallOffice.NORTH;
import static tranche.portal.drawdown.page.CallOffice.PROGRAMME;
import static tranche.portal.drawdown.page.CallOffice.PROJECT;
import static tranche.portal.drawdown.page.CallOffice.SHELL;
import static tranche.portal.drawdown.page.CallOffice.SOUTH;
import static tranche.portal.drawdown.page.CallOffice.TRANCHE;
import static tranche.portal.drawdown.page.CallOffice.line;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.drawdown.page.CallOffice.Told;

@DisplayName("An investor's home")
class InvestorHomeTest {

    private static final String EMPTY = "{\"items\": [], \"next\": null}";

    private static CallOffice office;

    @BeforeAll
    static void starts() {
        office = new CallOffice();
    }

    @BeforeEach
    void begins() {
        office.service.clear();
        office.service.put("/capital-calls", EMPTY);
        office.service.put("/forecasts", EMPTY);
    }

    @AfterAll
    static void stops() {
        office.close();
    }

    private static String forecast(String change, String due, String before, String cause) {
        return """
                {"programmeId": "%s", "fundId": "%s", "investorId": "%s", "trancheId": "%s",
                 "due": %s, "amount": %s, "previousDue": %s, "previousAmount": %s, "change": "%s", "cause": [%s],
                 "recordedAt": "2026-03-01T10:00:00Z"}
                """.formatted(
                PROGRAMME, FUND, NORTH, TRANCHE, day(due), money(due), day(before), money(before), change, cause);
    }

    private static String day(String day) {
        return day.isEmpty() ? "null" : "\"" + day + "\"";
    }

    private static String money(String day) {
        return day.isEmpty() ? "null" : "{\"value\": \"250000000.00\", \"currency\": \"USD\"}";
    }

    @Test
    void says_what_to_pay_until_when_for_what_and_with_which_reference() {
        Told own = Told.of("ISSUED").with(false, line(NORTH, "60.01", "ISSUED") + "," + line(SOUTH, "40.00", "ISSUED"));
        office.service.put("/capital-calls?state=ISSUED&limit=50", "{\"items\": [" + own.json() + "], \"next\": null}");

        assertThat(office.page("investor", "/home"))
                .contains("1 call to pay</b>, the only one by <b>30\u00a0Sep\u00a02026</b>: $60.01.")
                .contains("href=\"/calls/" + own.id() + "\"", "Fab Fund I", "Tools of the fab", ">$60.01<")
                .contains("RF18 5390 0754 7034", "href=\"/home\" aria-current=\"page\"")
                .doesNotContain("40.00");
    }

    @Test
    void has_calls_to_come_by_quarter_and_one_by_one() {
        office.service.put(
                "/forecasts",
                "{\"items\": [" + forecast("NONE", "2027-02-10", "2027-02-10", "") + ","
                        + forecast("NONE", "2027-02-20", "2027-02-20", "") + ","
                        + forecast("NONE", "2027-09-01", "2027-09-01", "") + "], \"next\": null}");

        String page = office.page("investor", "/home");
        assertThat(page)
                .containsPattern("Q1\u00a02027</th>.*width=\"100%\" height=\"22\"></rect>.*\\$500\\.0m")
                .containsPattern("Q2\u00a02027</th>.*width=\"0%\" height=\"22\"></rect>")
                .containsPattern("Q3\u00a02027</th>.*width=\"50%\" height=\"22\"></rect>.*\\$250\\.0m")
                .contains("10\u00a0Feb\u00a02027", "$250,000,000.00")
                .contains("No forecast has changed", "Nothing is to be paid now.");
        office.service.clear();
        office.service.put("/capital-calls", EMPTY);
        office.service.put("/forecasts", EMPTY);
        office.page("investor", "/home");
        assertThat(Stream.generate(office.service::nextRead).limit(4).toList())
                .contains("/forecasts?investorId=" + NORTH + "&limit=50");
    }

    @Test
    void says_why_each_forecast_changed_down_to_the_site() {
        String cause =
                "{\"milestoneId\": \"%s\", \"slipDays\": 38, \"reason\": \"The <permit> came late\"}".formatted(SHELL);
        office.service.put(
                "/forecasts",
                "{\"items\": [" + forecast("MOVED", "2027-05-10", "2027-02-10", cause) + ","
                        + forecast("REMOVED", "", "2027-03-01", "") + "], \"next\": null}");

        assertThat(office.page("investor", "/home"))
                .contains("$250,000,000.00 on 10\u00a0Feb\u00a02027 is now $250,000,000.00 on 10\u00a0May\u00a02027.")
                .contains("$250,000,000.00 on 1\u00a0Mar\u00a02027 is not to be expected any more.")
                .contains("href=\"/projects/" + PROJECT + "#m-" + SHELL + "\">Fab 21: Shell complete")
                .contains("38 days later than its baseline", "The &lt;permit&gt; came late");
    }

    @Test
    void is_where_whoever_is_an_investor_only_lands() {
        assertThat(office.get("investor", "/").headers().firstValue("Location")).contains("/home");
        assertThat(office.get("fund-manager", "/").headers().firstValue("Location"))
                .contains("/overview");
        assertThat(office.get("fund-manager", "/home").statusCode()).isEqualTo(404);
    }
}
