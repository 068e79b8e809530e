package tranche.portal.timeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.timeline.store.TimelineEvents.tell;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.PortalProcess;
import tranche.portal.timeline.store.TimelineEvents;

@DisplayName("The pages of projects")
class ProjectPagesTest {

    private static final TimelineEvents FAB =
            new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), PortalProcess.id("site-reporter"));
    private static final UUID SITE = UUID.randomUUID();
    private static final UUID CONCRETE = UUID.randomUUID();
    private static final UUID STEEL = UUID.randomUUID();
    private static final UUID CHIMNEY = UUID.randomUUID();
    private static final UUID SHELL = UUID.randomUUID();

    private static final Pattern INLINE = Pattern.compile("\\sstyle=|\\son[a-z]+=|<style|<script(?![^>]*\\ssrc=)");

    private static PortalProcess portal;

    @BeforeAll
    static void starts() throws SQLException {
        portal = PortalProcess.demo();
        tell(
                portal.bean(DataSource.class),
                FAB.registered("Fab <one>", "FAB", "US-NY", "US"),
                FAB.planned(SITE, "Site prepared", "2025-11-01", "CERTIFICATE"),
                FAB.claimed(SITE, "2025-12-01"),
                FAB.evidence(SITE, "CERTIFICATE"),
                FAB.verified(SITE, "2025-12-01"),
                FAB.achieved(SITE, "2025-12-01", 30),
                FAB.planned(CONCRETE, "First concrete", "2026-01-30", "CERTIFICATE", "PHOTO"),
                FAB.forecast(CONCRETE, "2026-01-30", "2026-06-12", 133, "SIGNIFICANT"),
                FAB.slipped(CONCRETE, "2026-01-30", "2026-06-12", 133),
                FAB.planned(STEEL, "Steel topped out", "2027-02-01"),
                FAB.forecast(STEEL, "2027-02-01", "2027-06-14", 133, "NONE", CONCRETE),
                FAB.slipped(STEEL, "2027-02-01", "2027-06-14", 133),
                FAB.planned(CHIMNEY, "Chimney", "2027-03-01"),
                FAB.removed(CHIMNEY),
                FAB.planned(SHELL, "Weather-tight shell", "2027-09-01", "PHOTO"),
                FAB.claimed(SHELL, "2026-03-01"));
    }

    @AfterAll
    static void stops() {
        portal.close();
    }

    private static HttpResponse<String> answer(String account, String path, String more) {
        return portal.send(
                portal.to(path).header("Accept", "text/html").header("Cookie", portal.cookie(account) + more));
    }

    private static String page(String account, String path) {
        HttpResponse<String> answer = answer(account, path, "; tranche-language=en");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> file(String path) {
        return portal.send(portal.to(path).header("Accept", "*/*").header("Cookie", portal.cookie("auditor")));
    }

    private static String project() {
        return "/projects/" + FAB.project();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fund-manager", "approver", "verifier", "site-reporter", "auditor", "stakeholder"})
    void everybody_who_follows_the_build_finds_the_project_from_the_menu(String account) {
        assertThat(page(account, "/projects"))
                .contains("href=\"/projects\" aria-current=\"page\"")
                .containsPattern("Fab &lt;one(>|&gt;)")
                .contains("Slipped")
                .contains("+133 days")
                .contains("First concrete")
                .contains("href=\"" + project() + "\"");
        assertThat(page(account, project())).contains("aria-current=\"page\"");
    }

    @Test
    void an_administrator_is_shown_no_projects_and_a_stranger_the_sign_in() {
        assertThat(page("admin", "/overview")).doesNotContain("href=\"/projects\"");
        assertThat(page("admin", "/projects")).contains("Projects are not shown to this account.");
        assertThat(answer("admin", project(), "").statusCode()).isEqualTo(404);
        assertThat(portal.send(portal.to("/projects").header("Accept", "text/html"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(answer("auditor", "/projects/" + UUID.randomUUID(), "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_first_sentence_says_what_comes_next_and_how_far_it_is_from_its_baseline() {
        assertThat(page("stakeholder", project()))
                .contains("The next milestone, <b>First concrete</b>, is expected on 12\u00A0Jun\u00A02026;"
                        + " the baseline said 30\u00A0Jan\u00A02026.")
                .contains("Of 4 milestones, 1 is verified, 2 have slipped.");
        assertThat(page("auditor", project()))
                .contains("Of 4 milestones, 1 is verified, 1 is claimed, 2 have slipped.");
    }

    @Test
    void each_milestone_is_drawn_against_its_baseline_and_stands_in_the_table_too() {
        String page = page("auditor", project());

        assertThat(page)
                .contains(
                        "aria-label=\"First concrete: Planned, Slipped, Significant breach. Baseline 30\u00A0Jan\u00A02026,"
                                + " now 12\u00A0Jun\u00A02026, +133 days (+95 working days)\"")
                .contains("class=\"move driven\"")
                .contains("Verified 1\u00A0Dec\u00A02025")
                .contains("Show as a table")
                .contains("<th scope=\"row\">First concrete</th>")
                .contains("href=\"#m-" + CONCRETE + "\"")
                .contains("id=\"m-" + CONCRETE + "\"")
                .contains("Significant breach");
        assertThat(page.split("<li class=\"plan-row\">", -1)).hasSize(6);
        assertThat(page.split("<th scope=\"row\">", -1)).hasSize(6);
    }

    @Test
    void a_significant_breach_stands_by_the_title_too() {
        String page = page("auditor", project());

        assertThat(page.substring(page.indexOf("id=\"state\""), page.indexOf("<h1>")))
                .contains("Slipped")
                .contains("Significant breach");
    }

    @Test
    void what_is_removed_is_struck_and_what_is_claimed_is_called_so() {
        assertThat(page("stakeholder", project()))
                .contains("<s>Chimney</s>")
                .contains("Claimed 1\u00A0Mar\u00A02026")
                .doesNotContain("Verified 1\u00A0Mar\u00A02026");
    }

    @Test
    void evidence_shows_its_hash_and_what_is_missing_stands_below() {
        assertThat(page("verifier", project()))
                .contains("data-copy=\"" + TimelineEvents.HASH + "\"")
                .contains("sha256 9c1e…04af")
                .contains("PDF, 8.4\u00A0MB")
                .contains("Still needed")
                .contains("Missing");
    }

    @Test
    void claim_finding_and_decision_stand_with_their_three_times() {
        String page = page("auditor", project());
        String section = page.substring(page.indexOf("id=\"m-" + SITE), page.indexOf("id=\"m-" + CONCRETE));

        assertThat(section)
                .containsSubsequence(
                        "Claim</span>",
                        "Claimed as reached on 1\u00A0Dec\u00A02025",
                        "Finding</span>",
                        "Found reached on 1\u00A0Dec\u00A02025",
                        "Decision</span>",
                        "Counts as verified, reached on 1\u00A0Dec\u00A02025");
        assertThat(Pattern.compile("datetime=\"(2026-03-02[^\"]*)\"")
                        .matcher(section.substring(section.indexOf("class=\"timeline\"")))
                        .results()
                        .map(time -> time.group(1))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void names_are_for_whoever_works_on_the_project() {
        assertThat(page("auditor", project())).contains("by Site reporter").contains("Levels within 20 mm");
        assertThat(page("stakeholder", project()))
                .doesNotContain("by Site reporter")
                .doesNotContain("Levels within 20 mm")
                .doesNotContain(PortalProcess.id("site-reporter").toString())
                .contains("The substation permit is late.");
    }

    @Test
    void the_pages_are_whole_in_french() {
        for (String path : new String[] {"/projects", project()}) {
            String page = answer("auditor", path, "; tranche-language=fr").body();
            assertThat(page).contains("<html lang=\"fr\"").contains("Décalé");
        }
        assertThat(answer("auditor", project(), "; tranche-language=fr").body())
                .contains("8,4\u00A0Mo")
                .contains("Référence")
                .contains("Déclaration</span>");
    }

    @Test
    void nothing_is_styled_or_scripted_inline() {
        assertThat(page("auditor", project())).doesNotContainPattern(INLINE);
        assertThat(page("auditor", "/projects")).doesNotContainPattern(INLINE);
    }

    @Test
    void an_open_page_follows_its_project() {
        assertThat(page("auditor", project()))
                .containsPattern("sse-connect=\"/live\\?topics=project:" + FAB.project() + "&(amp;)?after=[1-9]");
        assertThat(page("auditor", "/projects")).containsPattern("sse-connect=\"/live\\?topics=projects&(amp;)?after=");
    }

    @Test
    void the_list_leaves_as_a_file_with_what_the_filter_shows() {
        String csv = file("/projects.csv?kind=fab").body();

        assertThat(csv).contains("nextForecastDate").contains("2026-06-12").contains("133");
        assertThat(file("/projects.csv?kind=rnd-centre").body())
                .contains("nextForecastDate")
                .doesNotContain("2026-06-12");
        assertThat(file("/projects.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_that_asks_for_what_is_not_known_says_so() {
        assertThat(page("auditor", "/projects?state=lost&sort=price"))
                .contains("State: lost")
                .contains("Order: price")
                .contains("This is not known and was left out.")
                .contains(project());
    }
}
