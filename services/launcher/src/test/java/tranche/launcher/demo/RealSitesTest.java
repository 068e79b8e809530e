package tranche.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.launcher.demo.Step.By;

@DisplayName("The real sites")
final class RealSitesTest {

    private static final String HEADER = "award_id,milestone,planned_date,actual_or_revised_date,status,source,notes\n";

    private final RealSites whole = new RealSites(AwardFile.readSites(), MilestoneFile.read());

    @Test
    void what_happened_is_claimed_shown_and_verified_by_different_people_on_its_day() throws IOException {
        List<Step> steps = only("X-1,Opening,2024,2025-10-09,achieved,Press 2025-10-10 <https://a.example/b>,late");

        assertThat(steps)
                .extracting(Step::path)
                .containsExactly(
                        "/milestones",
                        "/milestones/{X-1:Opening}/claim",
                        "/milestones/{X-1:Opening}/evidence",
                        "/milestones/{X-1:Opening}/verification");
        assertThat(steps).extracting(Step::by).containsExactly(By.MAKER, By.REPORTER, By.REPORTER, By.VERIFIER);
        assertThat(steps.getFirst().body())
                .containsEntry("baselineDate", "2024-12-31")
                .containsEntry("effectiveDate", "2025-10-09")
                .containsEntry("kind", "PRODUCTION")
                .containsEntry(
                        "sourceNote",
                        "Planned for 2024 (counted from its last day, 2024-12-31).\n"
                                + "Sources: Press 2025-10-10 <https://a.example/b>");
        assertThat(steps.getLast().body())
                .containsEntry("achievedDate", "2025-10-09")
                .containsEntry("effectiveDate", "2025-10-09")
                .containsEntry(
                        "statement",
                        "Reached on 2025-10-09, by the sources named here. Note: late. Sources: Press 2025-10-10.");
    }

    @Test
    void slips_keep_their_order_and_each_is_dated_by_its_source() throws IOException {
        List<Step> steps = only("X-1,Production start,2024-H2,2025,slipped,Press 2023-12-26,\n"
                + "X-1,Production start,2025,2026,slipped,Press 2024-04 ; Other 2025-05,");

        assertThat(steps)
                .extracting(Step::path)
                .containsExactly(
                        "/milestones",
                        "/milestones/{X-1:Production start}/reschedule",
                        "/milestones/{X-1:Production start}/reschedule");
        assertThat(steps)
                .extracting(step -> step.body().get("effectiveDate"))
                .containsExactly("2023-12-26", "2023-12-26", "2025-05-31");
        assertThat(steps.subList(1, 3))
                .extracting(step -> step.body().get("forecastDate"))
                .containsExactly("2025-12-31", "2026-12-31");
        assertThat(steps.getLast().body())
                .containsEntry(
                        "reason",
                        "Moved from 2025 (counted from its last day, 2025-12-31) to 2026 (counted from its last day,"
                                + " 2026-12-31). Sources: Press 2024-04; Other 2025-05.");
    }

    @Test
    void what_was_put_on_hold_keeps_the_last_day_that_was_said_and_says_so() throws IOException {
        List<Step> steps = only("X-1,Full capacity,2026,,slipped,Press 2025-01-22,\"on hold, no new date\"");

        assertThat(steps).hasSize(2);
        assertThat(steps.getLast().body()).containsEntry("forecastDate", "2026-12-31");
        assertThat(String.valueOf(steps.getLast().body().get("reason"))).startsWith("Put on hold with no new date");
    }

    @Test
    void what_was_removed_is_removed_by_two_persons() throws IOException {
        List<Step> steps = only("X-1,Final award,,2024-12-03,removed,Press 2024-12-03,");

        assertThat(steps)
                .extracting(Step::path)
                .containsExactly(
                        "/milestones",
                        "/milestones/{X-1:Final award}/remove",
                        "/approvals/{X-1:Final award:removal}/approval");
        assertThat(steps).extracting(Step::by).containsExactly(By.MAKER, By.MAKER, By.CHECKER);
        assertThat(String.valueOf(steps.getFirst().body().get("sourceNote"))).startsWith("No planned date is known");
    }

    @Test
    void a_day_is_as_exact_as_its_source_and_a_span_counts_from_its_end() {
        assertThat(SourceDay.of("")).isEmpty();
        assertThat(Map.of(
                        "2027/2028", "2028-12-31",
                        "2025-12/2026-01", "2026-01-31",
                        "2024-H1", "2024-06-30",
                        "2024-H2", "2024-12-31",
                        "2025-Q1", "2025-03-31",
                        "2025-Q4", "2025-12-31",
                        "2025-03", "2025-03-31",
                        "2025-03-02", "2025-03-02"))
                .allSatisfy((said, day) ->
                        assertThat(SourceDay.of(said)).contains(new SourceDay(LocalDate.parse(day), said)));
        assertThat(SourceDay.of("2025-03-02").orElseThrow().words()).isEqualTo("2025-03-02");
    }

    @Test
    void a_name_that_says_nothing_known_is_not_guessed_at() {
        assertThatThrownBy(() -> Topic.of("Something else")).hasMessageContaining("Something else");
    }

    @Test
    void a_site_has_its_place_and_what_was_announced_of_it() {
        Map<String, Object> site =
                whole.projects().getFirst().steps().getFirst().body();

        assertThat(site)
                .containsEntry("name", "TSMC Arizona: Three greenfield fabs, north Phoenix")
                .containsEntry("kind", "FAB")
                .containsEntry("region", "Arizona")
                .containsEntry("latitude", new BigDecimal("33.7750"));
        assertThat(String.valueOf(site.get("sourceNote")))
                .contains(
                        "Aid: up to USD 6,600,000,000",
                        "Loan: up to USD 5,000,000,000",
                        "Announced investment: USD 65,000,000,000",
                        "Permanent jobs, announced: 6,000",
                        "manufacturing.net");
    }

    /** The numbers were taken from the files with another program. */
    @Test
    void the_whole_files_are_in() {
        assertThat(whole.projects()).hasSize(43);
        assertThat(whole.milestones()).hasSize(123);
        assertThat(whole.stops()).hasSize(2);
        assertThat(whole.milestones().stream()
                        .flatMap(chain -> chain.steps().stream())
                        .map(step -> step.path().replaceAll(".*[}/]", ""))
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting())))
                .containsEntry("verification", 85L)
                .containsEntry("remove", 7L);
    }

    private static List<Step> only(String rows) throws IOException {
        List<Chain> milestones =
                new RealSites(List.of(), MilestoneFile.read(new StringReader(HEADER + rows))).milestones();
        assertThat(milestones).hasSize(1);
        return milestones.getFirst().steps();
    }
}
