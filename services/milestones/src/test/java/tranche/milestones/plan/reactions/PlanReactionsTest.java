package tranche.milestones.plan.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.plan.Orders.achieved;
import static tranche.milestones.plan.Orders.following;
import static tranche.milestones.plan.Orders.planned;
import static tranche.milestones.plan.Orders.removed;
import static tranche.milestones.plan.Orders.stated;
import static tranche.milestones.plan.Orders.taking;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.flow.inbox.Incoming;
import tranche.milestones.DrivingMilestone;
import tranche.milestones.MilestoneForecastChanged;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.plan.PlannedService;
import tranche.milestones.plan.domain.Position;
import tranche.milestones.plan.store.PlanViews;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Link;

class PlanReactionsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private static Path data;

    private static PlannedService service;

    private final List<MilestoneId> ids = ids(3);
    private final MilestoneId first = ids.get(0);
    private final MilestoneId second = ids.get(1);
    private final MilestoneId third = ids.get(2);
    private ProjectId fab;

    @BeforeAll
    static void start() {
        service = new PlannedService(data, MONDAY + "T12:00:00Z");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void plan() {
        service.clock().set(MONDAY.atTime(12, 0).toInstant(ZoneOffset.UTC));
        fab = service.project("US-AZ", MONDAY);
        service.done(
                fab,
                planned(first, 5, MONDAY.plusWeeks(1)),
                planned(second, 5, MONDAY.plusWeeks(2), after(first)),
                planned(third, 5, MONDAY.plusWeeks(3), after(second)));
        assertThat(service.settle()).isEmpty();
    }

    /** In the order of the table, which is that of their texts. */
    private static List<MilestoneId> ids(int number) {
        return Stream.generate(() -> new MilestoneId(UUID.randomUUID()))
                .limit(number)
                .sorted()
                .toList();
    }

    private static Link<MilestoneId> after(MilestoneId id) {
        return new Link<>(id, 0);
    }

    private LocalDate forecast(ProjectId project, MilestoneId id) {
        return service.milestone(project, id).outlook().date();
    }

    private static <E> List<E> of(List<Incoming> events, Class<E> type) {
        return events.stream()
                .map(Incoming::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    @DisplayName("D-35: what follows a milestone that slips is told so, with what drives it and which event it was")
    void a_slip_runs_through() {
        service.done(fab, stated(first, MONDAY.plusWeeks(1).plusDays(2)));
        List<Incoming> batch = service.news();
        service.deliver(batch);
        List<Incoming> told = service.news();

        List<MilestoneSlipped> slipped = of(told, MilestoneSlipped.class);
        assertThat(slipped).extracting(MilestoneSlipped::getMilestoneId).containsExactly(second.value(), third.value());
        MilestoneSlipped last = slipped.getLast();
        assertThat(last.getDays()).isEqualTo(2);
        assertThat(last.getChain())
                .extracting(DrivingMilestone::getMilestoneId)
                .containsExactly(second.value(), first.value());
        assertThat(last.getChain()).extracting(DrivingMilestone::getSlipDays).containsExactly(2, 2);
        List<UUID> stated =
                batch.stream().map(event -> event.head().getEventId()).toList();
        assertThat(last.getCauses()).isEqualTo(stated);
        assertThat(last.getHead().getCausationId()).contains(stated.getLast());
        assertThat(last.getHead().getCorrelationId())
                .isEqualTo(batch.getFirst().head().getCorrelationId());
        assertThat(forecast(fab, third)).isEqualTo(MONDAY.plusWeeks(3).plusDays(2));
        assertThat(service.settle()).isEmpty();
    }

    @Test
    @DisplayName("D-35: many events of one batch are one run: the last state is told, once")
    void a_batch_is_one_run() {
        service.done(fab, taking(first, 6), taking(first, 9));

        List<Incoming> told = service.settle();

        assertThat(of(told, MilestoneForecastChanged.class))
                .extracting(MilestoneForecastChanged::getMilestoneId)
                .containsExactly(second.value(), third.value());
        assertThat(of(told, MilestoneForecastChanged.class).getLast().getCauses())
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    @DisplayName("D-35: what comes again changes nothing, whether it was told by a run or brought one about")
    void coming_again_changes_nothing() {
        service.done(fab, taking(first, 9));
        List<Incoming> batch = service.news();
        service.deliver(batch);
        List<Incoming> told = service.news();
        assertThat(told).isNotEmpty();

        service.deliver(batch);
        service.deliver(told);
        service.deliver(Stream.concat(batch.stream(), told.stream()).toList());

        assertThat(service.news()).isEmpty();
    }

    @Test
    @DisplayName("D-33: a milestone of another project moves with what it follows, and its room is that of the whole")
    void links_cross_projects() {
        ProjectId grid = service.project("US-TX", MONDAY);
        MilestoneId power = new MilestoneId(UUID.randomUUID());
        service.done(grid, planned(power, 10, MONDAY.plusWeeks(2)));
        service.done(fab, following(third, after(second), after(power)));
        service.settle();
        assertThat(service.position(grid, power).room().orElseThrow().totalFloatDays())
                .isZero();

        service.done(grid, stated(power, MONDAY.plusWeeks(4)));
        List<Incoming> told = service.settle();

        assertThat(of(told, MilestoneSlipped.class))
                .extracting(MilestoneSlipped::getMilestoneId)
                .containsExactly(third.value());
        assertThat(told.getFirst().key()).isEqualTo(fab.value());
        assertThat(forecast(fab, third)).isEqualTo(MONDAY.plusWeeks(5));
        assertThat(service.position(fab, third).driver()).contains(power);
        assertThat(service.position(fab, second).room().orElseThrow().totalFloatDays())
                .isEqualTo(10);
        assertThat(service.bean(PlanViews.class).edges(fab))
                .contains(new PlanViews.Edge(power, third, 0), new PlanViews.Edge(first, second, 0));
    }

    @Test
    @DisplayName("D-33: what was achieved holds nobody up any more, and keeps its day")
    void achieved_milestones_stand_fast() {
        service.clock().tick(Duration.ofDays(1));
        service.done(fab, achieved(first, MONDAY));
        service.settle();

        assertThat(service.position(fab, first).earlyFinish()).isEqualTo(MONDAY);
        assertThat(service.position(fab, first).room()).isEmpty();
        assertThat(forecast(fab, second)).isEqualTo(MONDAY.plusWeeks(1).plusDays(1));
    }

    @Test
    @DisplayName("D-33: a run is of its day: what has not begun begins no earlier")
    void a_run_is_of_its_day() {
        service.clock().tick(Duration.ofDays(3));
        service.done(fab, stated(third, MONDAY.plusWeeks(9)));
        service.settle();

        assertThat(forecast(fab, first)).isEqualTo(MONDAY.plusWeeks(1).plusDays(3));
        assertThat(service.bean(PlanViews.class).date(fab)).contains(MONDAY.plusDays(3));
    }

    @Test
    @DisplayName("D-33: what leaves the plan holds nobody up, and has no place in it any more")
    void what_leaves_the_plan_holds_nobody_up() {
        service.done(fab, removed(second));
        service.settle();

        assertThat(forecast(fab, third)).isEqualTo(MONDAY.plusWeeks(1));
        PlanViews plans = service.bean(PlanViews.class);
        assertThat(plans.positions(fab)).extracting(Position::milestone).containsExactly(first, third);
        assertThat(plans.edges(fab)).isEmpty();
    }

    @Test
    void events_in_any_cut_lead_to_the_same_plan() {
        ProjectId other = service.project("US-AZ", MONDAY);
        List<MilestoneId> same = ids(3);
        service.done(
                other,
                planned(same.get(0), 5, MONDAY.plusWeeks(1)),
                planned(same.get(1), 5, MONDAY.plusWeeks(2), after(same.get(0))),
                planned(same.get(2), 5, MONDAY.plusWeeks(3), after(same.get(1))));
        service.settle();
        for (ProjectId project : List.of(fab, other)) {
            List<MilestoneId> of = project.equals(fab) ? ids : same;
            service.done(project, taking(of.get(0), 9), stated(of.get(1), MONDAY.plusWeeks(5)));
            service.done(project, following(of.get(2), after(of.get(0))));
            List<Incoming> news = service.news();
            if (project.equals(fab)) {
                service.deliver(news);
            } else {
                for (Incoming one : news) {
                    service.deliver(List.of(one));
                }
            }
            service.settle();
        }

        for (int i = 0; i < ids.size(); i++) {
            assertThat(service.milestone(other, same.get(i)).outlook())
                    .isEqualTo(service.milestone(fab, ids.get(i)).outlook());
            assertThat(service.position(other, same.get(i)).room())
                    .isEqualTo(service.position(fab, ids.get(i)).room());
        }
    }

    @Test
    void more_milestones_than_one_statement_tells_are_told_in_one_run() {
        ProjectId large = service.project("US-AZ", MONDAY);
        List<MilestoneId> many = ids(1_201);
        service.done(large, planned(many.getFirst(), 5, MONDAY.plusWeeks(1)));
        List<MilestoneCommand> commands = new ArrayList<>();
        for (int i = 1; i < many.size(); i++) {
            // A hundred lines of twelve, all of which begin after the first.
            MilestoneId before = i <= 100 ? many.getFirst() : many.get(i - 100);
            commands.add(planned(many.get(i), 1, MONDAY.plusWeeks(1).plusDays(i / 100), after(before)));
        }
        service.done(large, commands);
        service.settle();

        service.done(large, taking(many.getFirst(), 10));
        List<Incoming> told = service.settle();

        assertThat(of(told, MilestoneForecastChanged.class)).hasSize(many.size() - 1);
        assertThat(service.bean(PlanViews.class).positions(large)).hasSize(many.size());
    }
}
