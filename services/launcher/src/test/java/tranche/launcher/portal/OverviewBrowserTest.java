package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("The overview of a programme")
class OverviewBrowserTest {

    private static final Deployment DEPLOYMENT = Deployment.running();
    private static final Raise HORIZON = Raise.horizon();

    @Test
    void says_first_what_is_so_and_that_it_is_a_sample() {
        try (Visit visit = Visit.as("auditor")) {
            openHorizon(visit);

            assertThat(visit.page().locator("main .lede").first())
                    .containsText("$660.0bn committed by 3 investors, in a programme of 2 funds.");
            assertThat(visit.page().locator("header.top")).containsText("Sample");
            assertThat(visit.text()).contains("Press reports, not confirmed by the parties");
        }
    }

    @Test
    void shows_the_ladder_from_the_target_to_verified_build() {
        try (Visit visit = Visit.as("auditor")) {
            openHorizon(visit);

            Locator raise = visit.page().locator("figure.raise");
            assertThat(raise.locator("figcaption"))
                    .containsText("$660.0bn committed, 9.4% of the target; $40.0bn more accepted, $83.0bn indicated");
            assertThat(raise.locator("figcaption")).containsText("Target $7.0 trillion");
            assertThat(raise.getByRole(com.microsoft.playwright.options.AriaRole.IMG))
                    .hasAccessibleName(java.util.regex.Pattern.compile(
                            ".*Called, not yet paid \\$20\\.0bn and Not yet called \\$610\\.0bn"));
            assertThat(raise.locator(".key").allInnerTexts().getFirst())
                    .contains("Paid, not yet invested $30.0bn")
                    .contains("Verified by an independent verifier $0.0bn");
        }
    }

    @Test
    void shows_the_same_numbers_as_a_table_and_as_the_api() {
        try (Visit visit = Visit.as("auditor")) {
            openHorizon(visit);
            visit.page().locator("figure.raise summary").click();

            List<String> exact = visit.page().locator("figure.raise tbody data").all().stream()
                    .map(cell -> cell.getAttribute("value"))
                    .toList();

            List<JsonNode> commitments = DEPLOYMENT.all("auditor", "/commitments?programmeId=" + HORIZON.programme);
            assertThat(exact.stream().map(BigDecimal::new))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(
                            new BigDecimal("7000000000000"),
                            sum(commitments, "amount", "DRAFT").add(sum(commitments, "amount", "SUBMITTED")),
                            sum(commitments, "amount", "ACCEPTED"),
                            sum(commitments, "amount", "CLOSED"),
                            sum(commitments, "called", "CLOSED"),
                            sum(commitments, "paid", "CLOSED"),
                            BigDecimal.ZERO,
                            BigDecimal.ZERO);
            assertThat(visit.page().locator("figure.raise tbody tr").nth(3)).containsText("$660,000,000,000.00");
        }
    }

    @Test
    void shows_who_committed_and_to_which_fund() {
        try (Visit visit = Visit.as("approver")) {
            openHorizon(visit);

            assertThat(visit.region("Who committed").locator("tbody tr").allInnerTexts())
                    .hasSize(3)
                    .anySatisfy(row -> assertThat(row).contains("Sovereign funds", "1 investor", "$400.0bn"));
            visit.link("Leading-Edge Logic Fund").click();
            assertThat(visit.address()).isEqualTo("/commitments?fund=" + HORIZON.logic);
            assertThat(visit.page().locator("table.list tbody tr")).hasCount(5);
        }
    }

    @Test
    void shows_the_largest_funds_and_all_of_them_on_one_click() {
        String programme = Raise.programme("Many funds", "100000000000.00");
        String investor = Raise.investor("Investor in all", "MANUFACTURER", true);
        for (int i = 1; i <= 11; i++) {
            Raise.draft(Raise.fund(programme, "Fund %02d".formatted(i)), investor, "1000000000.00");
        }
        try (Visit visit = Visit.as("approver")) {
            visit.open("/programmes/" + programme);
            Locator funds = visit.region("11 funds");
            assertThat(funds).containsText("10 of 11 shown");
            assertThat(funds.locator("tbody tr")).hasCount(10);

            visit.link("Show all").click();

            assertThat(funds.locator("tbody tr")).hasCount(11);
            assertThat(visit.link("Show all")).hasCount(0);
        }
    }

    @Test
    void keeps_what_changed_as_high_as_what_stands_beside_it() {
        assertThat(Site.desert().project).as("a site, so that there is a map").isNotEmpty();
        try (Visit visit = Visit.of().wide(1440).as("approver")) {
            openHorizon(visit);

            Object difference = visit.page().evaluate("""
                    () => {
                      const bottom = part => part.getBoundingClientRect().bottom;
                      const [left, right] = document.querySelector(".grid2").children;
                      return Math.abs(bottom(left.lastElementChild) - bottom(right.lastElementChild));
                    }
                    """);

            assertThat(((Number) difference).doubleValue()).isLessThan(240);
            assertThat(visit.page().locator(".feed-scroll").evaluate("list => list.scrollHeight > list.clientHeight"))
                    .isEqualTo(true);
        }
    }

    @Test
    void leads_an_approver_in_one_click_to_what_waits() {
        try (Visit visit = Visit.as("approver")) {
            openHorizon(visit);

            Locator first = visit.page().locator("a.waits").first();
            assertThat(first).containsText("Horizon: made by somebody else, so you may accept");
            first.click();

            assertThat(visit.page().locator("table.list tbody tr")).hasCount(1);
            assertThat(visit.page().locator("table.list tbody")).containsText("Government E");
        }
    }

    @Test
    void counts_only_what_can_be_accepted_and_says_what_holds_up_the_rest() {
        String programme = Raise.programme("Held up", "100000000000.00");
        String fund = Raise.strictFund(programme, "Held up Fund");
        Raise.submitted(fund, Raise.unchecked("Not checked"), "1000000000.00");
        Raise.submitted(fund, Raise.investor("Well checked", "OTHER", true), "2000000000.00");
        try (Visit visit = Visit.as("approver")) {
            visit.open("/programmes/" + programme);

            assertThat(visit.page().locator("a.waits").first()).containsText("1 commitment to accept $2.0bn");
            assertThat(visit.page().locator("a.waits").first())
                    .containsText("1 more waits for the investor’s checks or room below a cap");
        }
    }

    @Test
    void opens_with_the_programme_that_aims_highest_and_leads_to_the_others_from_its_top() {
        Raise.programme("A lesser one", "100000000000.00");
        try (Visit visit = Visit.as("auditor")) {
            visit.open("/");
            assertThat(visit.page().locator("h1")).hasText("Horizon");

            visit.page().locator("main .head button").click();
            visit.page()
                    .locator("#programmes a", new Page.LocatorOptions().setHasText("A lesser one"))
                    .click();
            assertThat(visit.page().locator("h1")).hasText("A lesser one");

            visit.page().locator(".crumbs").getByText("Programmes").click();
            assertThat(visit.address()).isEqualTo("/programmes");
            visit.link("Horizon").click();
            assertThat(visit.page().locator("h1")).hasText("Horizon");
        }
    }

    @Test
    void hears_that_its_stream_lives_while_nothing_changes() {
        try (Visit visit = Visit.as("auditor")) {
            openHorizon(visit);

            Object beat = visit.page()
                    .evaluate(
                            "topics => new Promise(heard => new EventSource('/live?topics=' + topics)"
                                    + ".addEventListener('beat', event => heard(event.type)))",
                            "overview:" + HORIZON.programme);

            assertThat(beat).isEqualTo("beat");
        }
    }

    @Test
    void tells_every_time_in_one_zone_which_its_reader_chooses() {
        try (Visit visit = Visit.of().in("Pacific/Auckland").as("auditor")) {
            visit.page().clock().install(new Clock.InstallOptions().setTime("2026-03-05T12:00:00Z"));
            openHorizon(visit);
            assertThat(visit.page().locator("#live")).hasText("Live");
            assertThat(visit.page().locator("main")).containsText("Times in UTC");

            visit.page().context().setOffline(true);
            visit.page().clock().fastForward("00:31");
            assertThat(visit.page().locator("#live")).hasText("Not live since 12:00");
            visit.page().context().setOffline(false);

            visit.button("Auditor, your account").click();
            visit.page().getByLabel("Time zone").selectOption("Pacific/Auckland");
            visit.button("Use").click();
            assertThat(visit.page().locator("main")).containsText("Times in Auckland");
        }
    }

    @Test
    void shows_what_changes_over_the_api_without_being_loaded_again_and_moves_nothing_under_the_reader() {
        String programme = Raise.programme("Watched", "100000000000.00");
        String fund = Raise.fund(programme, "Watched Fund");
        String investor = Raise.investor("Watched investor", "MANUFACTURER", true);
        try (Visit visit = Visit.as("fund-manager")) {
            visit.open("/programmes/" + programme);
            assertThat(visit.page().locator("#live")).hasText("Live");
            visit.page().evaluate("window.stillTheSamePage = true");

            Raise.draft(fund, investor, "25000000000.00");

            assertThat(visit.button("1 new change")).isVisible();
            assertThat(visit.page().locator("figure.raise figcaption")).containsText("$25.0bn indicated");
            assertThat(visit.page().locator("#feed-lines")).not().containsText("Watched investor");
            assertThat(visit.page().locator("#say")).hasText("1 new change");

            visit.button("1 new change").click();

            assertThat(visit.page().locator("#feed-lines li").first())
                    .containsText("Watched investor indicates an interest");
            assertThat(visit.page().locator("#feed-lines li").first()).isFocused();
            assertThat(visit.page().evaluate("window.stillTheSamePage")).isEqualTo(true);
        }
    }

    @Test
    @DisplayName(
            "R11: the ladder, the map, the calls and the milestones follow what happens, each as its reader may see it")
    void follows_as_a_whole_what_happens_and_keeps_open_what_its_reader_has_opened() {
        Calls calls = new Calls("Followed waters", Raise.investor("Followed reserve", "GOVERNMENT", false));
        try (Visit manager = Visit.as(Raise.MANAGER);
                Visit onlooker = Visit.as("stakeholder")) {
            for (Visit visit : List.of(manager, onlooker)) {
                visit.open("/programmes/" + calls.programme);
                assertThat(visit.page().locator("#live")).hasText("Live");
                visit.page().evaluate("window.stillTheSamePage = true");
                assertThat(visit.page().locator("#map")).containsText("No site yet");
                assertThat(visit.page().locator("#milestones")).containsText("Nothing is to be reached");
            }
            assertThat(manager.page().locator("#coming section")).hasCount(0);
            manager.page().locator("figure.raise summary").click();

            Site site = Site.in(calls.programme, "Followed fab");
            site.planned("Followed shell", LocalDate.now(ZoneOffset.UTC).plusDays(30));
            calls.issued("2000000000.00");

            Locator chart = manager.region("Calls to come, by what unlocks them");
            assertThat(chart.locator("tbody")).containsText("$2,000,000,000.00");
            assertThat(manager.page().locator("#figures .key")).containsText("Called, not yet paid $2.0bn");
            assertThat(manager.page().locator("#figures details")).hasAttribute("open", "");
            assertThat(manager.page().locator("#figures summary")).isFocused();
            assertThat(manager.page().locator("#figures")).hasClass(Pattern.compile("changed"));
            for (Visit visit : List.of(manager, onlooker)) {
                assertThat(visit.page().locator("#sites")).hasText("1 site");
                assertThat(visit.page().locator("#map svg a")).hasCount(1);
                assertThat(visit.page().locator("#milestones tbody")).containsText("Followed shell");
                assertThat(visit.page().evaluate("window.stillTheSamePage")).isEqualTo(true);
            }
            assertThat(onlooker.page().locator("#figures .key")).containsText("Called, not yet paid $2.0bn");
            assertThat(onlooker.page().locator("#coming section")).hasCount(0);
            assertThat(onlooker.page().content()).doesNotContain("Followed reserve");
        }
    }

    @Test
    void changes_nothing_below_the_focus_before_it_goes_on() {
        String programme = Raise.programme("Held still", "100000000000.00");
        Site site = Site.in(programme, "Still fab");
        site.planned("Still shell", LocalDate.now(ZoneOffset.UTC).plusDays(60));
        try (Visit visit = Visit.as("auditor")) {
            visit.open("/programmes/" + programme);
            Locator milestones = visit.page().locator("#milestones");
            assertThat(milestones).containsText("Still shell");
            assertThat(visit.page().locator("#live")).hasText("Live");
            milestones.locator("tbody a").first().focus();

            site.planned("Earlier pit", LocalDate.now(ZoneOffset.UTC).plusDays(20));
            Page unused = visit.another("/programmes/" + programme);
            assertThat(unused.locator("#milestones")).containsText("Earlier pit");
            Raise.fund(programme, "Still Fund");

            // What is told of the fund comes behind what was told of the milestone, or with it.
            assertThat(visit.page().locator("#sentence")).containsText("1 fund");
            assertThat(milestones).not().containsText("Earlier pit");
            visit.page().locator("#main").focus();
            assertThat(milestones).containsText("Earlier pit");
        }
    }

    @Test
    void tells_somebody_who_comes_back_what_changed_meanwhile() {
        String programme = Raise.programme("Left alone", "100000000000.00");
        String fund = Raise.fund(programme, "Left Fund");
        try (Visit visit = Visit.as("verifier-approver")) {
            visit.open("/programmes/" + programme);
        }
        Raise.submitted(fund, Raise.investor("Left investor", "OTHER", true), "1000000000.00");
        try (Visit visit = Visit.as("verifier-approver")) {
            visit.open("/programmes/" + programme);

            assertThat(visit.page().locator("main .lede").first()).containsText("1 commitment submitted");
        }
    }

    private static void openHorizon(Visit visit) {
        visit.open("/programmes/" + HORIZON.programme);
    }

    private static BigDecimal sum(List<JsonNode> commitments, String member, String state) {
        return commitments.stream()
                .filter(commitment -> commitment.path("state").asText().equals(state))
                .map(commitment ->
                        new BigDecimal(commitment.path(member).path("value").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
