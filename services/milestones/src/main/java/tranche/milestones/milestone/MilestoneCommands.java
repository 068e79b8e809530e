package tranche.milestones.milestone;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.Flow;
import tranche.flow.register.ForeignRows;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneEvent;
import tranche.milestones.milestone.domain.Propose;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.milestone.events.MilestoneAvro;
import tranche.milestones.milestone.store.SiteRows;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectId;
import tranche.values.calendar.WorkingDays;
import tranche.values.decision.Decision;
import tranche.world.region.Calendars;
import tranche.world.time.Clock;

/** The front door of milestones. Their commands are ordered by project. */
@Singleton
public final class MilestoneCommands implements Feature<Site, MilestoneCommand, MilestoneEvent> {

    private final Calendars calendars;
    private final Clock clock;
    private final Writer<Site, MilestoneCommand, MilestoneEvent> writer;

    MilestoneCommands(Flow flow, Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
        this.writer = flow.writers().of(this);
    }

    public Writer<Site, MilestoneCommand, MilestoneEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "milestone";
    }

    @Override
    public Map<UUID, Site> load(Connection connection, Map<UUID, List<MilestoneCommand>> commands) throws SQLException {
        return SiteRows.load(connection, commands, look());
    }

    /** The site of a milestone about which something is proposed. */
    Site load(Connection connection, ProjectId project, Propose propose) throws SQLException {
        return SiteRows.load(connection, project, propose, look());
    }

    private SiteRows.Look look() {
        return new SiteRows.Look(this::daysOf, LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
    }

    /** By which days a project is counted. */
    public WorkingDays daysOf(Project project) {
        return calendars.of(project.content().country(), project.content().region());
    }

    @Override
    public Decision<MilestoneEvent> decide(Site state, MilestoneCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public Site apply(Site state, MilestoneEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<Site, MilestoneEvent>> recorded) throws SQLException {
        List<Milestone> versions = new ArrayList<>();
        List<Milestone> replanned = new ArrayList<>();
        List<ForeignRows.Row> identities = new ArrayList<>();
        for (Recorded<Site, MilestoneEvent> one : recorded) {
            Milestone after = one.after().milestones().get(one.event().id()).orElseThrow();
            versions.add(after);
            if (one.event() instanceof MilestoneEvent.PlanChanged) {
                replanned.add(after);
            }
            if (one.event() instanceof MilestoneEvent.Planned planned) {
                replanned.add(after);
                planned.foreign()
                        .map(name -> new ForeignRows.Row(name, planned.id().value(), planned.payload()))
                        .ifPresent(identities::add);
            }
        }
        SiteRows.save(connection, versions, replanned, identities);
    }

    @Override
    public Outgoing toAvro(Site after, MilestoneEvent event) {
        return MilestoneAvro.of(after, event);
    }
}
