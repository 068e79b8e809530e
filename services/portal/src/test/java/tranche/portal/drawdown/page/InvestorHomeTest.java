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

import java.util.List;
import java.util.regex.Pattern;
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
        return forecast(change, due, before, cause, "ON_PLAN", "null");
    }

    private static String forecast(
            String change, String due, String before, String cause, String certainty, String waitsFor) {
        return """
                {"programmeId": "%s", "fundId": "%s", "investorId": "%s", "trancheId": "%s",
                 "due": %s, "amount": %s, "previousDue": %s, "previousAmount": %s, "certainty": "%s", "waitsFor": %s,
                 "change": "%s", "cause": [%s], "recordedAt": "2026-03-01T10:00:00Z"}
                """.formatted(
                        PROGRAMME,
                        FUND,
                        NORTH,
                        TRANCHE,
                        day(due),
                        money(due),
                        day(before),
                        money(before),
                        certainty,
                        waitsFor,
                        change,
                        cause);
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
                .contains("RF18 5390 0754 7034", "href=\"/home\" aria-current=\"page\"", "Check notice")
                .containsPattern("href=\"/calls/" + own.id() + "/lines/[-0-9a-f]+/check\"")
                .containsPattern("href=\"/api/v1/capital-calls/" + own.id() + "/lines/[-0-9a-f]+/notice\">Open notice")
                .doesNotContain("40.00");
    }

    @Test
    void has_calls_to_come_by_quarter_and_certainty_and_one_by_one() {
        Told own = Told.of("ISSUED").with(false, line(NORTH, "60.01", "ISSUED"));
        office.service.put("/capital-calls?state=ISSUED&limit=50", "{\"items\": [" + own.json() + "], \"next\": null}");
        office.service.put(
                "/forecasts",
                "{\"items\": ["
                        + forecast("NONE", "2027-02-10", "2027-02-10", "", "AT_RISK", "\"" + SHELL + "\"") + ","
                        + forecast("NONE", "2027-02-20", "2027-02-20", "", "UNLOCKED", "null") + ","
                        + forecast("REMOVED", "", "2026-12-01", "", "CALLED", "null") + ","
                        + forecast("NONE", "2028-09-01", "2028-09-01", "") + "], \"next\": null}");

        String page = office.page("investor", "/home");

        assertThat(cells(page, "<th scope=\"row\">Q3\u00a02026</th>"))
                .containsExactly("60.01", "0.00", "0.00", "0.00", "60.01", "60.01");
        assertThat(cells(page, "<th scope=\"row\">Q4\u00a02026</th>")).containsOnly("0.00");
        assertThat(cells(page, "<th scope=\"row\">Q1\u00a02027</th>"))
                .containsExactly("0.00", "250000000.00", "0.00", "250000000.00", "500000000.00", "500000000.00");
        assertThat(page)
                .contains(
                        "aria-label=\"$750.0m to come, beginning with $60 in Q3\u00a02026, at most $500.0m in a quarter\"")
                .contains("$250.0m more is to come after these quarters")
                .doesNotContain("Q3\u00a02028</th>", "As told before</span>")
                .contains("10\u00a0Feb\u00a02027", "$250,000,000.00", "At risk", "Fab 21: Shell complete")
                .contains("No forecast has changed");
        office.service.clear();
        office.service.put("/capital-calls", EMPTY);
        office.service.put("/forecasts", EMPTY);
        assertThat(office.page("investor", "/home"))
                .contains("Nothing is to be paid now.", "No call is to be expected yet.");
        assertThat(Stream.generate(office.service::nextRead).limit(4).toList())
                .contains("/forecasts?investorId=" + NORTH + "&limit=50");
    }

    @Test
    @DisplayName("shows what is held in sums, and each commitment with the milestone that unlocks its next call")
    void shows_what_is_held() {
        Told own = Told.of("ISSUED").with(false, line(NORTH, "60.01", "ISSUED"));
        office.service.put("/capital-calls?state=ISSUED&limit=50", "{\"items\": [" + own.json() + "], \"next\": null}");
        office.service.put(
                "/forecasts",
                "{\"items\": ["
                        + forecast("NONE", "2027-05-10", "2027-05-10", "", "ON_PLAN", "null") + ","
                        + forecast("NONE", "2027-02-10", "2027-02-10", "", "AT_RISK", "\"" + SHELL + "\"")
                        + "], \"next\": null}");

        String page = office.page("investor", "/home");

        assertThat(page)
                .containsPattern("(?s)<dt>Committed</dt><dd[^>]*><data value=\"600.00\">\\$600</data></dd>"
                        + "<dd class=\"context\">1 commitment</dd>")
                .containsPattern("(?s)<dt>Paid in</dt>.*0\\.0% of committed.*<dt>Uncalled</dt>")
                .contains("beside $60 called and not paid yet", "Built with your money", "verified, by your share");
        assertThat(page.substring(page.indexOf("My commitments")))
                .containsPattern("href=\"/commitments/" + CallOffice.commitment(NORTH) + "\">Fab Fund I</a>")
                .contains("Fab 21: Shell complete, call due 10\u00a0Feb\u00a02027", "At risk", ">0.0%</span>")
                .doesNotContain("400.00");
    }

    /** The exact amounts of a row of a table. */
    private static List<String> cells(String page, String head) {
        int from = page.indexOf(head);
        assertThat(from).as(head).isPositive();
        return Pattern.compile("<data value=\"([0-9.-]+)\"")
                .matcher(page.substring(from, page.indexOf("</tr>", from)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    @DisplayName("says why the forecast of a year changed, bar by bar and down to the site")
    void says_why_the_forecast_changed_down_to_the_site() {
        String cause =
                "{\"milestoneId\": \"%s\", \"slipDays\": 38, \"reason\": \"The <permit> came late\"}".formatted(SHELL);
        office.service.put(
                "/forecasts",
                "{\"items\": [" + forecast("MOVED", "2028-02-10", "2027-12-10", cause) + ","
                        + forecast("REMOVED", "", "2027-03-01", "") + ","
                        + forecast("MOVED", "2028-05-01", "2028-04-01", "") + ","
                        + forecast("REMOVED", "", "2027-05-01", "", "CALLED", "null") + "], \"next\": null}");

        String page = office.page("investor", "/home");

        assertThat(page)
                .contains("Your forecast for 2027 went down by <b>$500.0m</b>")
                .contains("Forecast for 2027, USD", "aria-label=\"The forecast for 2027 goes from $500.0m to $0\"")
                .contains("In 2028 it goes up by $250.0m.")
                .contains("$250,000,000.00 on 10\u00a0Dec\u00a02027 is now $250,000,000.00 on 10\u00a0Feb\u00a02028.")
                .contains("$250,000,000.00 on 1\u00a0Mar\u00a02027 is not to be expected any more.")
                .contains("href=\"/projects/" + PROJECT + "#m-" + SHELL + "\">Fab 21: Shell complete")
                .contains("38 days later than its baseline", "The &lt;permit&gt; came late")
                .contains("Changes by which no year differs", "on 1\u00a0Apr\u00a02028 is now")
                .as("what was called is demanded, and no change of a forecast")
                .doesNotContain("1\u00a0May\u00a02027");
        assertThat(cells(page, "<th scope=\"row\">Before</th>")).containsExactly("500000000.00");
        assertThat(cells(page, "<th scope=\"row\">Fab 21: Shell complete</th>")).containsExactly("-250000000.00");
        assertThat(cells(page, "<th scope=\"row\">A tranche is not to be expected any more</th>"))
                .containsExactly("-250000000.00");
        assertThat(cells(page, "<th scope=\"row\">After</th>")).containsExactly("0.00");
    }

    @Test
    @DisplayName("keeps in its place what is paid while it is open, and says that it is")
    void keeps_what_is_paid_while_it_is_open() {
        Told open = Told.of("ISSUED").with(false, line(NORTH, "60.01", "ISSUED"));
        office.service.put(
                "/capital-calls?state=ISSUED&limit=50", "{\"items\": [" + open.json() + "], \"next\": null}");
        String shown = "/home?shown=" + open.id();
        assertThat(office.page("investor", "/home"))
                .contains(
                        "hx-get=\"" + shown + "\"",
                        "hx-select-oob=\"#sentence,#holdings,#outlook,#each,#changes,#commitments,#p-")
                .containsPattern("sse-connect=\"/live\\?topics=calls&(amp;)?after=");

        office.service.clear();
        office.service.put("/capital-calls", EMPTY);
        office.service.put("/forecasts", EMPTY);
        office.has(new Told(
                open.id(), "PAID", List.of(), true, "100.01", false, line(NORTH, "60.01", "PAID"), "null", "null"));

        assertThat(office.page("investor", shown))
                .contains("Nothing is to be paid now.", ">$60.01<", "Paid")
                .doesNotContain("to be paid by");
        assertThat(office.page("investor", "/home")).doesNotContain("$60.01");
        assertThat(office.get("investor", "/home?shown=nothing,at,all").statusCode())
                .isEqualTo(200);
    }

    @Test
    void is_where_whoever_is_an_investor_only_lands() {
        assertThat(office.get("investor", "/").headers().firstValue("Location")).contains("/home");
        assertThat(office.get("fund-manager", "/").headers().firstValue("Location"))
                .contains("/overview");
        assertThat(office.get("fund-manager", "/home").statusCode()).isEqualTo(404);
    }
}
