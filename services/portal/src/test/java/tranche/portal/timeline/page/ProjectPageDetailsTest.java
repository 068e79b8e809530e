package tranche.portal.timeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.timeline.store.TimelineEvents.tell;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.milestones.ProjectRegistered;
import tranche.portal.PortalProcess;
import tranche.portal.timeline.store.TimelineEvents;

@DisplayName("A project's page says")
class ProjectPageDetailsTest {

    private static final TimelineEvents FAB = events();
    private static final UUID SITE = UUID.randomUUID();
    private static final UUID CONCRETE = UUID.randomUUID();
    private static final UUID STEEL = UUID.randomUUID();
    private static final UUID SHELL = UUID.randomUUID();
    private static final UUID PERMIT = UUID.randomUUID();

    private static final TimelineEvents EMPTIED = events();
    private static final TimelineEvents LONG = events();

    private static final int MORE_THAN_A_PAGE = 120;
    private static final int MORE_STEPS_THAN_SHOWN = 1_001;

    private static PortalProcess portal;

    private static TimelineEvents events() {
        return new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), PortalProcess.id("site-reporter"));
    }

    @BeforeAll
    static void starts() throws SQLException {
        portal = PortalProcess.demo();
        DataSource dataSource = portal.bean(DataSource.class);
        tell(
                dataSource,
                ProjectRegistered.newBuilder(FAB.registered("Fab", "FAB", "US-NY", "US"))
                        .setLatitude(new BigDecimal("43.180000"))
                        .setLongitude(new BigDecimal("-76.190000"))
                        .build(),
                FAB.planned(SITE, "Site", "2025-11-01", "CERTIFICATE"),
                FAB.claimed(SITE, "2025-12-01"),
                FAB.evidence(SITE, "CERTIFICATE"),
                FAB.rejected(SITE),
                FAB.claimed(SITE, "2025-12-02"),
                FAB.rejected(SITE),
                FAB.planned(CONCRETE, "Concrete", "2026-01-30", "CERTIFICATE", "PHOTO"),
                FAB.forecast(CONCRETE, "2026-01-30", "2026-06-12", 133, "CRITICAL"),
                FAB.slipped(CONCRETE, "2026-01-30", "2026-06-12", 133),
                FAB.planned(STEEL, "Steel", "2027-06-01"),
                FAB.restated(STEEL, "2027-06-01", "2027-04-01", "PLANNED"),
                FAB.planned(SHELL, "Shell", "2026-03-01", "PHOTO", "CERTIFICATE"),
                FAB.forecast(SHELL, "2026-03-01", "2026-03-20", 19, "SIGNIFICANT", CONCRETE),
                FAB.slipped(SHELL, "2026-03-01", "2026-03-20", 19),
                FAB.claimed(SHELL, "2026-03-10"),
                FAB.evidence(SHELL, "PHOTO"),
                FAB.planned(PERMIT, "Permit", "2026-09-01"),
                FAB.waived(PERMIT, "2026-12-31", UUID.randomUUID(), UUID.randomUUID()),
                FAB.waived(PERMIT, "2027-06-30"));
        UUID chimney = UUID.randomUUID();
        tell(
                dataSource,
                EMPTIED.registered("Emptied", "RND_CENTRE", "JP-13", "JP"),
                EMPTIED.planned(chimney, "Chimney", "2026-01-30"),
                EMPTIED.removed(chimney));
        tell(dataSource, LONG.registered("Long", "ENERGY_SITE", "US-TX", "US"));
        tell(
                dataSource,
                IntStream.range(0, MORE_THAN_A_PAGE)
                        .mapToObj(i -> LONG.planned(
                                UUID.randomUUID(),
                                "Step " + i,
                                LocalDate.parse("2027-01-01").plusDays(i).toString()))
                        .toArray(SpecificRecord[]::new));
    }

    @AfterAll
    static void stops() {
        portal.close();
    }

    private static String page(String account, String language, String path) {
        HttpResponse<String> answer = portal.send(portal.to(path)
                .header("Accept", "text/html")
                .header("Cookie", portal.cookie(account) + "; tranche-language=" + language));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String page(TimelineEvents events) {
        return page("auditor", "en", "/projects/" + events.project());
    }

    private static String section(String page, UUID milestone) {
        int from = page.indexOf("id=\"m-" + milestone);
        return page.substring(from, page.indexOf("</section>", from));
    }

    @Test
    void to_a_stakeholder_what_evidence_is_asked_for_and_never_what_there_is() {
        String page = page("stakeholder", "en", "/projects/" + FAB.project());

        assertThat(section(page, SHELL)).contains("Evidence asked for").contains("Photograph");
        assertThat(page)
                .doesNotContain(TimelineEvents.HASH)
                .doesNotContain("Still needed")
                .doesNotContain("Missing")
                .doesNotContain("Received");
        assertThat(section(page("verifier", "en", "/projects/" + FAB.project()), SHELL))
                .contains(TimelineEvents.HASH)
                .contains("Still needed")
                .contains("Missing");
    }

    @Test
    void claims_by_their_word_and_to_a_stakeholder_never_by_their_number() {
        assertThat(page(FAB)).contains("none is verified, 1 is claimed, 2 have slipped");
        assertThat(page("stakeholder", "en", "/projects/" + FAB.project()))
                .contains("none is verified, 2 have slipped")
                .doesNotContain("Claimed as reached on")
                .doesNotContain("claim 2");
        assertThat(section(page(FAB), SITE)).contains("claim 2");
    }

    @Test
    void nothing_of_the_evidence_of_a_claim_that_was_rejected() {
        assertThat(section(page(FAB), SITE)).contains("Rejected").doesNotContain(TimelineEvents.HASH);
    }

    @Test
    void that_a_milestone_has_slipped_beside_its_state() {
        String page = page(FAB);

        assertThat(section(page, SHELL)).containsSubsequence("Claimed, with evidence</span>", "Slipped</span>");
        assertThat(section(page, CONCRETE))
                .containsSubsequence("Planned</span>", "Slipped</span>", "Critical breach</span>");
        assertThat(page)
                .contains("aria-label=\"Concrete: Planned, Slipped, Critical breach. Baseline 30\u00A0Jan\u00A02026,"
                        + " now 12\u00A0Jun\u00A02026, +133 days (+95 working days)\"")
                .contains("aria-label=\"Shell: Claimed, with evidence, Slipped, Significant breach."
                        + " Baseline 1\u00A0Mar\u00A02026, claimed for 10\u00A0Mar\u00A02026\"");
    }

    @Test
    void of_what_is_claimed_the_day_that_is_claimed_and_not_how_late_another_day_is() {
        String table = page(FAB);
        String row = table.substring(table.indexOf("<th scope=\"row\">Shell"));
        row = row.substring(0, row.indexOf("</tr>"));

        assertThat(row).contains("Claimed 10\u00A0Mar\u00A02026").doesNotContain("19 days");
    }

    @Test
    void what_colours_mean_in_words_and_significant_breaches_by_the_title() {
        String page = page(FAB);

        assertThat(page.substring(page.indexOf("class=\"key\""), page.indexOf("<figure")))
                .contains("Critical breach");
        assertThat(page.substring(page.indexOf("id=\"state\""), page.indexOf("<h1>")))
                .contains("Critical")
                .doesNotContain("Significant");
    }

    @Test
    void what_stands_at_the_right_before_its_bar() {
        String page = page(FAB);
        String row = page.substring(page.indexOf("aria-label=\"Steel"));

        assertThat(row.substring(0, row.indexOf("</li>"))).contains("text-anchor=\"end\"");
        String early = page.substring(page.indexOf("aria-label=\"Concrete"));
        assertThat(early.substring(0, early.indexOf("</li>"))).doesNotContain("text-anchor=\"end\"");
    }

    @Test
    void that_a_stated_day_is_not_supported_by_the_plan() {
        assertThat(section(page(FAB), STEEL)).contains("1\u00A0Apr\u00A02027 (not supported by the plan)");
        assertThat(page(FAB)).contains("The site states 1\u00A0Apr\u00A02027; the expected day stays");
    }

    @Test
    void what_a_milestone_is_waived_for_and_until_when() {
        assertThat(page(FAB))
                .contains("For 2 tranches, until 31\u00A0Dec\u00A02026")
                .contains("For all tranches, until 30\u00A0Jun\u00A02027")
                .contains("Waived for 2 tranches until 31\u00A0Dec\u00A02026")
                .contains("Waived for all tranches until 30\u00A0Jun\u00A02027");
    }

    @Test
    void that_nothing_is_open_where_all_was_removed() {
        assertThat(page(EMPTIED))
                .contains("Nothing open")
                .contains("No milestone is open any more.")
                .contains("<s>Chimney</s>")
                .doesNotContain("No milestone is planned yet");
        assertThat(page("auditor", "en", "/projects?state=nothing-open"))
                .contains("State: Nothing open")
                .contains("/projects/" + EMPTIED.project())
                .doesNotContain("/projects/" + FAB.project());
        assertThat(portal.send(portal.to("/projects.csv?state=nothing-open")
                                .header("Accept", "*/*")
                                .header("Cookie", portal.cookie("auditor")))
                        .body())
                .contains("NOTHING_OPEN");
    }

    @Test
    void what_changes_about_the_part_that_is_shown_even_if_another_becomes_the_next() {
        assertThat(page(LONG))
                .contains("hx-get=\"/projects/" + LONG.project() + "?page=1\"")
                .contains("id=\"range\">Part 1 of 3<")
                .containsPattern("hx-select-oob=\"[^\"]*#range,[^\"]*#pages,");
        assertThat(page("auditor", "en", "/projects/" + LONG.project() + "?page=2&history=all"))
                .containsPattern("hx-get=\"/projects/" + LONG.project() + "\\?page=2&(amp;)?history=all\"");
    }

    @Test
    void no_more_steps_than_a_page_carries_and_then_no_way_to_itself() throws SQLException {
        TimelineEvents busy = events();
        UUID milestone = UUID.randomUUID();
        DataSource dataSource = portal.bean(DataSource.class);
        tell(dataSource, busy.registered("Busy", "FAB", "US-AZ", "US"), busy.planned(milestone, "One", "2027-01-01"));
        tell(
                dataSource,
                Collections.nCopies(MORE_STEPS_THAN_SHOWN, milestone).stream()
                        .map(id -> busy.restated(id, "2027-01-01", "2027-01-01", "PLANNED"))
                        .toArray(SpecificRecord[]::new));
        String path = "/projects/" + busy.project();

        assertThat(page("auditor", "en", path)).contains("history=all#history");
        assertThat(page("auditor", "en", path + "?history=all")).doesNotContain("history=all#history");
    }

    @Test
    void it_all_in_french() {
        String page = page("auditor", "fr", "/projects/" + FAB.project());

        assertThat(page)
                .contains("43,18° N 76,19° O")
                .contains("Dépend de")
                .contains("(le plan ne le permet pas)")
                .contains("Pour toutes les tranches, jusqu’au")
                .contains("Dépassement critique");
        assertThat(page("auditor", "en", "/projects/" + FAB.project())).contains("43.18° N 76.19° W");
        assertThat(page("auditor", "fr", "/projects?state=nothing-open")).contains("État\u202F: Rien d’ouvert");
    }
}
