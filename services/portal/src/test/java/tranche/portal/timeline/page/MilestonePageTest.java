package tranche.portal.timeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.timeline.page.SiteDesk.CONCRETE;
import static tranche.portal.timeline.page.SiteDesk.FAB;
import static tranche.portal.timeline.page.SiteDesk.PERMIT;
import static tranche.portal.timeline.page.SiteDesk.PROBLEM;
import static tranche.portal.timeline.page.SiteDesk.SHELL;
import static tranche.portal.timeline.page.SiteDesk.STEEL;
import static tranche.portal.timeline.page.SiteDesk.path;
import static tranche.portal.timeline.page.SiteDesk.project;
import static tranche.portal.timeline.store.TimelineEvents.tell;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.timeline.store.TimelineEvents;

/** One milestone by itself, and the lists of work that lead to it. */
@DisplayName("The page of a milestone")
class MilestonePageTest {

    private static SiteDesk site;

    @BeforeAll
    static void starts() throws SQLException {
        site = new SiteDesk();
    }

    @AfterAll
    static void stops() {
        site.close();
    }

    private static HttpResponse<String> answer(String account, String path) {
        return site.portal.send(site.portal
                .to(path)
                .header("Accept", "text/html")
                .header("Cookie", site.portal.cookie(account) + "; tranche-language=en"));
    }

    private static String page(String account, String path) {
        HttpResponse<String> answer = answer(account, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    @DisplayName("D-45: shows the claim with its time, what shows it, and what is still to be decided")
    void shows_what_is_known_of_it_alone() {
        String page = page("verifier", "/milestones/" + SHELL);

        assertThat(page)
                .contains("<h1>Shell</h1>", "href=\"" + project() + "\"", "Claim", "sha256")
                .contains("action=\"" + path(SHELL, "verification") + "?at=milestone\"")
                .doesNotContain("Concrete");
    }

    @Test
    void says_why_it_moves_from_itself_back_to_the_first_cause_and_what_comes_after() throws SQLException {
        UUID pour = UUID.randomUUID();
        UUID frame = UUID.randomUUID();
        tell(
                site.portal.bean(DataSource.class),
                FAB.planned(pour, "Pour", "2026-05-30"),
                FAB.forecast(pour, "2026-05-30", "2026-06-30", 31, "NONE"),
                FAB.planned(frame, "Frame", "2026-07-30"),
                FAB.forecast(frame, "2026-07-30", "2026-08-30", 31, "NONE", pour));

        String page = page("stakeholder", "/milestones/" + frame);

        assertThat(page.indexOf("Why it moves")).isPositive();
        assertThat(page.indexOf("href=\"/milestones/" + pour + "\"")).isGreaterThan(page.indexOf("Why it moves"));
        assertThat(page).contains("The substation permit is late.");
    }

    @Test
    @DisplayName("says what money waits for it while it is open, and of a waived one that none does")
    void says_what_waits_for_it_while_it_is_open() throws SQLException {
        lock("12.00", CONCRETE);
        lock("13.00", PERMIT);

        assertThat(page("fund-manager", "/milestones/" + CONCRETE)).contains("waits for it");
        assertThat(page("fund-manager", "/milestones/" + PERMIT)).doesNotContain("waits for it");
    }

    private static void lock(String amount, UUID milestone) throws SQLException {
        try (Connection connection = site.portal.bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            UUID fund = UUID.randomUUID();
            statement.execute("insert into raise_fund (fund_id, programme_id, name, currency, unverified) values ('"
                    + fund + "', '" + FAB.programme() + "', 'Fund', 'USD', false)");
            statement.execute(
                    "insert into raise_tranche (tranche_id, programme_id, fund_id, name, currency, amount, state,"
                            + " milestones, waived, reversed) values ('" + UUID.randomUUID() + "', '" + FAB.programme()
                            + "', '"
                            + fund + "', 'Slice', 'USD', " + amount + ", 'LOCKED', array['" + milestone
                            + "']::uuid[], '{}', false)");
        }
    }

    @Test
    void comes_back_to_itself_after_a_command() {
        HttpResponse<String> answer = site.send(
                "site-reporter",
                "en",
                path(CONCRETE, "claim") + "?at=milestone",
                Map.of("version", "1", "claimedDate", "2026-01-29"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/milestones/" + CONCRETE);
        site.asked();
    }

    @Test
    void shows_a_refused_form_again_on_its_own_page() {
        site.sites.answerNext(409, PROBLEM.formatted("invalid-state", ""));
        HttpResponse<String> answer = site.send(
                "verifier", "en", path(SHELL, "rejection") + "?at=milestone", Map.of("version", "1", "reason", "No"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("<h1>Shell</h1>", "Said of it").doesNotContain("<h1>Fab</h1>");
        site.asked();
    }

    @Test
    @DisplayName("R11: is not there for whoever may not see its project, nor where there is none")
    void is_not_there_for_others() {
        assertThat(answer("investor", "/milestones/" + SHELL).statusCode()).isEqualTo(404);
        assertThat(answer("fund-manager", "/milestones/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("§10: tells neither a claim nor evidence to whoever sees what is published")
    void is_cut_to_what_is_published() {
        assertThat(page("stakeholder", "/milestones/" + SHELL)).doesNotContain("sha256", "<form class=\"form\"");
    }

    @Test
    void lists_for_a_site_reporter_what_is_due_what_needs_evidence_and_what_waits() {
        String page = page("site-reporter", "/work");

        assertThat(page).contains("My milestones").doesNotContain("To verify, the oldest first");
        assertThat(page.indexOf(">Steel<"))
                .isLessThan(page.indexOf(">Concrete<"))
                .isPositive();
        assertThat(page).contains("Needs evidence", "Missing: Photo", "With the verifier");
    }

    @Test
    void says_so_where_more_waits_than_it_lists_and_drops_nothing_that_was_rejected() throws SQLException {
        TimelineEvents large = new TimelineEvents(FAB.programme(), UUID.randomUUID(), FAB.actor());
        DataSource dataSource = site.portal.bean(DataSource.class);
        UUID rejected = UUID.randomUUID();
        List<SpecificRecord> events = new ArrayList<>();
        events.add(large.registered("Large fab", "FAB", "US-NY", "US"));
        events.add(large.planned(rejected, "Rejected wall", "2031-12-31"));
        events.add(large.claimed(rejected, "2026-02-20"));
        events.add(large.rejected(rejected));
        for (int wall = 0; wall < 101; wall++) {
            UUID milestone = UUID.randomUUID();
            events.add(large.planned(milestone, "Wall " + wall, "2025-06-30"));
            events.add(large.claimed(milestone, "2025-06-20"));
        }
        tell(dataSource, events.toArray(SpecificRecord[]::new));
        try {
            assertThat(page("verifier", "/work"))
                    .contains(
                            "More than 100 claims wait for your finding.", "More than 100 stand here", "All projects");
            String mine = page("site-reporter", "/work");
            assertThat(mine).contains("At least ", "More than 100 stand here", "Rejected wall");
            assertThat(mine.split("href=\"/milestones/", -1)).hasSize(101);
        } finally {
            tell(dataSource, large.stopped());
        }
        assertThat(page("verifier", "/work")).doesNotContain("More than");
    }

    @Test
    @DisplayName("D-1: lists for a verifier what others have claimed and shown, and nothing that is its own")
    void lists_for_a_verifier_what_others_have_claimed() {
        String page = page("verifier", "/work");

        assertThat(page).contains("href=\"/milestones/" + SHELL + "\"", "href=\"/milestones/" + STEEL + "\"");
        assertThat(page).doesNotContain(SiteDesk.CLAIMED_BY_VERIFIER.toString(), SiteDesk.SHOWN_BY_VERIFIER.toString());
    }

    @Test
    void is_home_to_those_who_work_on_sites_alone() {
        assertThat(answer("verifier", "/").headers().firstValue("Location")).contains("/work");
        assertThat(answer("site-reporter", "/").headers().firstValue("Location"))
                .contains("/work");
        assertThat(answer("fund-manager", "/").headers().firstValue("Location")).contains("/overview");
        assertThat(answer("verifier-approver", "/").headers().firstValue("Location"))
                .contains("/overview");
        assertThat(answer("fund-manager", "/work").statusCode()).isEqualTo(404);
        assertThat(page("fund-manager", "/overview")).doesNotContain("href=\"/work\"");
    }

    @Test
    void shows_beside_its_plan_what_milestones_unlock_to_whoever_may_see_money() {
        UUID fund = UUID.randomUUID();
        site.portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund', 'USD', null, false)"
                .formatted(fund, FAB.programme()));
        site.portal.sql("""
                insert into raise_tranche values ('%s', '%s', '%s', null, 'Tranche <D>', 'USD', 1900000000, 'LOCKED', '{%s}',
                    '{}', false, '2026-11-01', 1900000000)""".formatted(UUID.randomUUID(), FAB.programme(), fund, CONCRETE));
        site.sites.put(project() + "/plan", """
                {"nodes": [{"milestoneId": "%s", "totalFloatDays": 0, "critical": true},
                           {"milestoneId": "%s", "totalFloatDays": 0, "critical": true}]}""".formatted(CONCRETE, STEEL));

        String manager = page("fund-manager", project());
        String stakeholder = page("stakeholder", project());
        site.sites.clear();

        assertThat(manager).contains("Unlocks", "Tranche &lt;D&gt;", "$1.9bn").contains("Critical path: ");
        assertThat(stakeholder).doesNotContain("Tranche &lt;D&gt;", "$1.9bn");
    }
}
