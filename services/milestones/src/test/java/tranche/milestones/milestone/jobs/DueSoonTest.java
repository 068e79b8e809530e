package tranche.milestones.milestone.jobs;

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
import tranche.milestones.MilestoneDueSoon;
import tranche.milestones.milestone.MilestoneCommands;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.store.DueSoonViews;
import tranche.milestones.plan.PlannedService;
import tranche.milestones.project.domain.ProjectId;
import tranche.testkit.SeededIds;

/** Milestones whose baselines come near. */
class DueSoonTest {

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

    private void look() throws InterruptedException {
        new DueSoonJob(
                        service.bean(MilestoneCommands.class),
                        service.bean(DueSoonViews.class),
                        service.clock(),
                        new SeededIds(1))
                .work(2);
    }

    private List<UUID> told() {
        return service.news().stream()
                .map(incoming -> incoming.event())
                .filter(MilestoneDueSoon.class::isInstance)
                .map(event -> ((MilestoneDueSoon) event).getMilestoneId())
                .toList();
    }

    private MilestoneId dueOn(LocalDate baseline) {
        MilestoneId id = new MilestoneId(UUID.randomUUID());
        service.done(project, planned(id, 0, baseline));
        return id;
    }

    @Test
    @DisplayName("ten working days before its baseline a milestone is due soon, and that is told once")
    void are_told_of_once() throws InterruptedException {
        MilestoneId soon = dueOn(MONDAY.plusWeeks(2));
        MilestoneId later = dueOn(MONDAY.plusWeeks(2).plusDays(1));
        dueOn(MONDAY.minusDays(1));

        look();
        look();
        assertThat(told()).containsExactly(soon.value());

        service.clock().tick(Duration.ofDays(1));
        look();
        look();
        assertThat(told()).containsExactly(later.value());
    }

    @Test
    void are_not_told_of_once_they_are_reached() throws InterruptedException {
        MilestoneId reached = dueOn(MONDAY.plusDays(3));
        service.done(project, achieved(reached, MONDAY));

        look();

        assertThat(told()).isEmpty();
    }

    @Test
    void are_all_looked_at_however_many_there_are() throws InterruptedException {
        List<UUID> all = Stream.generate(() -> dueOn(MONDAY.plusDays(1)))
                .limit(5)
                .map(MilestoneId::value)
                .toList();

        look();

        assertThat(told()).containsExactlyInAnyOrderElementsOf(all);
    }
}
