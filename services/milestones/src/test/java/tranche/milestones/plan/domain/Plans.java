package tranche.milestones.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.milestones.milestone.domain.Baseline;
import tranche.milestones.milestone.domain.Claim;
import tranche.milestones.milestone.domain.Lateness;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneContent;
import tranche.milestones.milestone.domain.MilestoneEvent;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.MilestoneKind;
import tranche.milestones.milestone.domain.MilestoneState;
import tranche.milestones.milestone.domain.Outlook;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.milestone.domain.Standing;
import tranche.milestones.milestone.domain.Work;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectContent;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.domain.ProjectKind;
import tranche.milestones.project.domain.ProjectState;
import tranche.milestones.slip.domain.Link;
import tranche.values.actor.Actor;
import tranche.values.calendar.WorkingDays;
import tranche.values.country.Country;
import tranche.values.decision.Decision;
import tranche.values.register.Shelf;
import tranche.values.register.Version;

/** Projects and milestones that the examples speak of: a Monday in November, weeks of five days, no holidays. */
final class Plans {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final WorkingDays WEEKS = WorkingDays.of(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of());

    static final ProjectId FAB = new ProjectId(id(1));
    static final ProjectId GRID = new ProjectId(id(2));

    private Plans() {}

    static UUID id(long number) {
        return new UUID(0x018f_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    static MilestoneId m(long number) {
        return new MilestoneId(id(1_000 + number));
    }

    static Link<MilestoneId> after(long number) {
        return new Link<>(m(number), 0);
    }

    static Calendared project(ProjectId id, LocalDate start) {
        var content = new ProjectContent(
                "Site",
                ProjectKind.FAB,
                "US-AZ",
                new Country("US"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(start),
                false,
                Optional.empty());
        return new Calendared(
                new Project(
                        id,
                        new ProgrammeId(id(9)),
                        content,
                        ZoneId.of("America/Phoenix"),
                        start,
                        ProjectState.ACTIVE,
                        Optional.empty(),
                        Optional.empty(),
                        Actor.SYSTEM.asMaker(),
                        Version.first(start, NOW)),
                "US-AZ",
                WEEKS);
    }

    /** Planned, and forecast on the day of its baseline. */
    @SafeVarargs
    static Milestone milestone(
            long number, ProjectId project, int durationDays, LocalDate forecast, Link<MilestoneId>... links) {
        return milestone(number, project, durationDays, forecast, List.of(links));
    }

    static Milestone milestone(
            long number, ProjectId project, int durationDays, LocalDate forecast, List<Link<MilestoneId>> links) {
        return new Milestone(
                m(number),
                new ProgrammeId(id(9)),
                project,
                new MilestoneContent("Step", MilestoneKind.CONSTRUCTION, List.of(), 1, Optional.empty()),
                Baseline.of(MONDAY, forecast),
                new Work(durationDays, links, Optional.empty()),
                Standing.PLANNED,
                Outlook.byPlan(forecast),
                lateness(Baseline.of(MONDAY, forecast), forecast),
                Optional.empty(),
                Optional.empty(),
                Actor.SYSTEM.asMaker(),
                Version.first(MONDAY, NOW));
    }

    static Milestone achieved(Milestone planned, LocalDate on) {
        Claim claim = new Claim(
                on, Actor.SYSTEM.asMaker(), List.of(), List.of(new Claim.Verification(Actor.SYSTEM.asMaker(), on)));
        return with(
                planned,
                planned.work(),
                new Standing(
                        MilestoneState.ACHIEVED,
                        Optional.of(on),
                        Optional.of(claim),
                        Set.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Outlook.byPlan(on));
    }

    static Milestone begun(Milestone planned, LocalDate on) {
        return with(
                planned,
                planned.work(),
                new Standing(
                        MilestoneState.IN_PROGRESS,
                        Optional.of(on),
                        Optional.empty(),
                        Set.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                planned.outlook());
    }

    static Milestone stated(Milestone planned, LocalDate on) {
        Outlook outlook = new Outlook(
                on.isAfter(planned.outlook().planned()) ? on : planned.outlook().planned(),
                planned.outlook().planned(),
                Optional.of(new Outlook.Statement(on, "the crane is late")));
        return with(planned, planned.work(), planned.standing(), outlook);
    }

    static Milestone taking(Milestone planned, int days) {
        return with(
                planned,
                new Work(days, planned.work().predecessors(), planned.work().notBefore()),
                planned.standing(),
                planned.outlook());
    }

    private static Milestone with(Milestone m, Work work, Standing standing, Outlook outlook) {
        return new Milestone(
                m.id(),
                m.programme(),
                m.project(),
                m.content(),
                m.baseline(),
                work,
                standing,
                outlook,
                lateness(m.baseline(), outlook.date()),
                m.dueSoonTold(),
                m.foreign(),
                m.maker(),
                m.version());
    }

    private static Lateness lateness(Baseline baseline, LocalDate forecast) {
        return Lateness.of(baseline, forecast, WEEKS);
    }

    static Position the(PlanRun run, long number) {
        return run.positions().stream()
                .filter(position -> position.milestone().equals(m(number)))
                .findFirst()
                .orElseThrow();
    }

    static List<MilestoneId> told(PlanRun run) {
        return run.told().stream().map(told -> told.reforecast().id()).toList();
    }

    /** The milestones after all that the run tells them was decided. */
    static List<Milestone> after(PlanRun run, Collection<Calendared> projects, Collection<Milestone> milestones) {
        List<Milestone> all = new ArrayList<>();
        for (Calendared project : projects) {
            Map<MilestoneId, Milestone> own = milestones.stream()
                    .filter(one -> one.project().equals(project.project().id()))
                    .collect(Collectors.toMap(Milestone::id, one -> one));
            Site site = new Site(
                    Optional.of(project.project()),
                    project.days(),
                    Shelf.of(own),
                    Map.of(),
                    Set.of(),
                    Map.of(),
                    Map.of());
            for (Told told : run.told()) {
                if (told.project().equals(project.project().id())) {
                    Decision<MilestoneEvent> decision = site.decide(told.reforecast(), NOW);
                    assertThat(decision).isInstanceOf(Decision.Accepted.class);
                    for (MilestoneEvent event : ((Decision.Accepted<MilestoneEvent>) decision).events()) {
                        site = site.apply(event, NOW);
                    }
                }
            }
            all.addAll(site.milestones().values());
        }
        return all;
    }
}
