package tranche.milestones.plan.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.plan.Orders.achieved;
import static tranche.milestones.plan.Orders.planned;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.flow.inbox.Incoming;
import tranche.milestones.MilestoneForecastChanged;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.plan.PlanRuns;
import tranche.milestones.plan.PlannedService;
import tranche.milestones.plan.store.PlanViews;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Link;
import tranche.testkit.SeededIds;

/** Forecasts whose day goes by. */
class PassedForecastsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path data;

    private PlannedService service;
    private ProjectId project;

    @BeforeEach
    void start() {
        service = new PlannedService(data, MONDAY + "T12:00:00Z");
        project = service.project("US-AZ", MONDAY);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void look() {
        new PassedForecastsJob(
                        service.bean(PlanRuns.class),
                        service.bean(PlanViews.class),
                        service.clock(),
                        new SeededIds(1),
                        2)
                .work();
    }

    private List<UUID> told() {
        return service.news().stream()
                .map(Incoming::event)
                .filter(MilestoneForecastChanged.class::isInstance)
                .map(event -> ((MilestoneForecastChanged) event).getMilestoneId())
                .toList();
    }

    @SafeVarargs
    private MilestoneId taking(ProjectId of, int days, LocalDate baseline, Link<MilestoneId>... links) {
        MilestoneId id = new MilestoneId(UUID.randomUUID());
        service.done(of, planned(id, days, baseline, links));
        return id;
    }

    private void passDays(int days) {
        service.clock().tick(Duration.ofDays(days));
    }

    @Test
    @DisplayName(
            "D-33: what is not reached on the day of its forecast is expected today, and what follows it later; told once a day")
    void move_with_the_days() {
        MilestoneId first = taking(project, 0, MONDAY);
        MilestoneId second = taking(project, 5, MONDAY.plusWeeks(1), new Link<>(first, 0));
        service.settle();
        look();
        assertThat(told()).isEmpty();

        passDays(1);
        look();
        look();

        assertThat(told()).containsExactly(first.value(), second.value());
        assertThat(service.milestone(project, first).outlook().date()).isEqualTo(MONDAY.plusDays(1));
        assertThat(service.milestone(project, second).outlook().date())
                .isEqualTo(MONDAY.plusWeeks(1).plusDays(1));
        assertThat(service.settle()).isEmpty();
    }

    @Test
    void wait_where_their_day_may_still_be_kept() {
        MilestoneId later = taking(project, 5, MONDAY.plusWeeks(1));
        MilestoneId reached = taking(project, 0, MONDAY);
        service.done(project, achieved(reached, MONDAY));
        service.settle();

        passDays(3);
        look();

        assertThat(told()).isEmpty();
        assertThat(service.milestone(project, later).outlook().date()).isEqualTo(MONDAY.plusWeeks(1));
    }

    @Test
    void stay_once_their_project_is_stopped() {
        taking(project, 0, MONDAY);
        service.stop(project);
        service.settle();

        passDays(3);
        look();

        assertThat(told()).isEmpty();
    }

    @Test
    void are_all_looked_at_however_many_projects_there_are() {
        List<UUID> all = Stream.generate(() -> service.project("US-AZ", MONDAY))
                .limit(5)
                .map(one -> taking(one, 0, MONDAY).value())
                .toList();
        service.settle();

        passDays(1);
        look();

        assertThat(told()).containsExactlyInAnyOrderElementsOf(all);
    }
}
