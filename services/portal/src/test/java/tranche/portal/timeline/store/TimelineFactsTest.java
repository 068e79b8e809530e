package tranche.portal.timeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tranche.portal.timeline.store.TimelineEvents.tell;
import static tranche.portal.timeline.store.TimelineViews.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.milestones.DrivingMilestone;
import tranche.milestones.MilestoneForecastChanged;
import tranche.portal.timeline.domain.ChangeKind;
import tranche.portal.timeline.domain.Milestone;
import tranche.portal.timeline.domain.MilestonePicture.Waiver;
import tranche.portal.timeline.domain.ProjectFilter;
import tranche.portal.timeline.domain.ProjectRow;
import tranche.portal.timeline.domain.ProjectSort;
import tranche.portal.timeline.domain.Standing;
import tranche.portal.timeline.domain.TimelineStep;
import tranche.portal.timeline.events.TimelineAvro;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

@DisplayName("What events leave of a project and its milestones")
class TimelineFactsTest {

    private static TimelineViews views;

    private final TimelineEvents fab = new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final Access auditor = access(Role.AUDITOR, Scope.ofProgramme(fab.programme()));
    private final UUID permit = UUID.randomUUID();
    private final UUID shell = UUID.randomUUID();

    @BeforeAll
    static void opens() {
        views = TimelineViews.open();
    }

    @AfterAll
    static void closes() {
        views.close();
    }

    @BeforeEach
    void plans() throws SQLException {
        told(
                fab.registered("Fab", "FAB", "US-NY", "US"),
                fab.planned(permit, "Permit", "2026-03-01", "CERTIFICATE"),
                fab.planned(shell, "Shell", "2026-06-01"));
    }

    private static void told(SpecificRecord... events) throws SQLException {
        tell(views.dataSource(), events);
    }

    private Milestone permit() {
        return views.milestone(auditor, fab.project(), permit);
    }

    private ProjectRow row() {
        return views.detail().of(auditor, fab.project()).orElseThrow().row();
    }

    private List<TimelineStep> steps() {
        return views.detail().steps(auditor, fab.project(), 50);
    }

    @Test
    void batches_are_kept_one_after_the_other_so_that_places_become_visible_in_order() throws SQLException {
        try (Connection first = views.dataSource().getConnection();
                Connection second = views.dataSource().getConnection();
                Statement patience = second.createStatement()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            TimelineRows.keep(first, TimelineAvro.facts(fab.removed(shell), UUID.randomUUID()));
            patience.execute("set local lock_timeout = '50ms'");

            assertThatThrownBy(() -> TimelineRows.keep(
                            second, TimelineAvro.facts(fab.claimed(permit, "2026-02-01"), UUID.randomUUID())))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failed -> assertThat(failed.getSQLState()).isEqualTo("55P03"));
            second.rollback();
            first.rollback();
        }
    }

    @Test
    void a_forecast_whose_day_stays_is_told_with_what_the_site_states() throws SQLException {
        long before = views.detail().lastPlace(auditor, fab.project());

        told(fab.restated(permit, "2026-03-01", "2026-02-15", "PLANNED"));

        TimelineStep step = steps().getFirst();
        assertThat(step.kind()).isEqualTo(ChangeKind.MILESTONE_FORECAST_CHANGED);
        assertThat(step.day()).contains(LocalDate.parse("2026-02-15"));
        assertThat(step.before()).isEmpty();
        assertThat(step.text()).contains("The substation permit is late.");
        assertThat(views.detail().lastPlace(auditor, fab.project())).isGreaterThan(before);
    }

    @Test
    void a_forecast_of_what_is_verified_is_told_because_no_slip_follows_it() throws SQLException {
        told(
                fab.claimed(permit, "2026-03-01"),
                fab.evidence(permit, "CERTIFICATE"),
                fab.verified(permit, "2026-03-01"),
                fab.achieved(permit, "2026-03-01", 0));
        MilestoneForecastChanged earlier = MilestoneForecastChanged.newBuilder(
                        fab.forecast(permit, "2026-03-01", "2026-02-20", 0, "NONE"))
                .setState("ACHIEVED")
                .build();

        told(earlier);

        assertThat(steps().getFirst().kind()).isEqualTo(ChangeKind.MILESTONE_FORECAST_CHANGED);
        assertThat(steps().getFirst().before()).contains(LocalDate.parse("2026-03-01"));
    }

    @Test
    void a_record_that_is_none_of_the_events_means_nothing() {
        DrivingMilestone record = DrivingMilestone.newBuilder()
                .setMilestoneId(permit)
                .setSlipDays(1)
                .build();

        assertThat(TimelineAvro.facts(record, fab.project())).isEmpty();
    }

    @Test
    void what_is_claimed_has_begun_by_the_day_that_is_claimed_at_the_latest() throws SQLException {
        told(fab.claimed(permit, "2026-02-10"), fab.withdrawn(permit));

        assertThat(permit().picture().days().started()).contains(LocalDate.parse("2026-02-10"));
    }

    @Test
    void evidence_falls_with_its_claim() throws SQLException {
        told(fab.claimed(permit, "2026-02-10"), fab.evidence(permit, "CERTIFICATE"));
        assertThat(permit().evidence()).hasSize(1);

        told(fab.rejected(permit));
        assertThat(permit().evidence()).isEmpty();

        told(fab.claimed(permit, "2026-02-11"), fab.evidence(permit, "CERTIFICATE"));
        assertThat(permit().evidence()).hasSize(1);

        told(fab.withdrawn(permit));
        assertThat(permit().evidence()).isEmpty();

        told(
                fab.claimed(permit, "2026-02-12"),
                fab.evidence(permit, "CERTIFICATE"),
                fab.verified(permit, "2026-02-12"),
                fab.achieved(permit, "2026-02-12", 0));
        assertThat(permit().evidence()).hasSize(1);

        told(fab.revoked(permit));
        assertThat(permit().evidence()).isEmpty();
    }

    @Test
    void waivers_hold_until_they_are_revoked() throws SQLException {
        told(fab.waived(permit, "2026-12-31", UUID.randomUUID(), UUID.randomUUID()));
        told(fab.waived(permit, "2027-06-30"));

        assertThat(permit().picture().check().waivers())
                .containsExactly(
                        new Waiver(2, LocalDate.parse("2026-12-31")), new Waiver(0, LocalDate.parse("2027-06-30")));
        assertThat(steps())
                .filteredOn(step -> step.kind() == ChangeKind.MILESTONE_WAIVED)
                .extracting(TimelineStep::count)
                .containsExactly(Optional.of(0), Optional.of(2));

        told(fab.unwaived(permit));

        assertThat(permit().picture().check().waivers()).isEmpty();
    }

    @Test
    void a_project_is_complete_only_by_what_is_verified() throws SQLException {
        told(fab.waived(permit, "2026-12-31"), fab.waived(shell, "2026-12-31"));
        assertThat(row().standing()).isEqualTo(Standing.NOTHING_OPEN);
        assertThat(views.projects()
                        .page(
                                auditor,
                                new ProjectFilter(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(Standing.NOTHING_OPEN),
                                        Optional.empty()),
                                ProjectSort.DEFAULT,
                                Optional.empty(),
                                50)
                        .rows())
                .extracting(ProjectRow::id)
                .containsExactly(fab.project());

        told(fab.claimed(permit, "2026-02-10"), fab.verified(permit, "2026-02-10"));
        told(fab.achieved(permit, "2026-02-10", 0));
        assertThat(row().standing()).isEqualTo(Standing.COMPLETE);
    }

    @Test
    void a_project_whose_milestones_were_all_removed_was_planned_once() throws SQLException {
        told(fab.removed(permit), fab.removed(shell));

        assertThat(row().standing()).isEqualTo(Standing.NOTHING_OPEN);
    }
}
