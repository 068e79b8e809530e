package tranche.milestones.milestone.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.flow.register.ForeignRows;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneCommand.ChangePlan;
import tranche.milestones.milestone.domain.MilestoneCommand.Confirm;
import tranche.milestones.milestone.domain.MilestoneCommand.Plan;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Motion;
import tranche.milestones.milestone.domain.Neighbour;
import tranche.milestones.milestone.domain.Propose;
import tranche.milestones.milestone.domain.Resting;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.store.ProjectRows;
import tranche.milestones.reporter.store.ReporterRows;
import tranche.milestones.slip.domain.Link;
import tranche.values.actor.Scope;
import tranche.values.calendar.WorkingDays;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.Shelf;

/** A project's milestones: loaded as far as a batch of commands names them, and saved after it. */
public final class SiteRows {

    private static final String COLLECTION = "milestones";

    /** Of a project that is not there nothing is counted. */
    private static final WorkingDays EVERY_DAY = WorkingDays.of(Set.of(), List.of());

    private SiteRows() {}

    /**
     * How sites are looked at.
     *
     * @param days by which a project is counted
     * @param today in UTC: the day on which somebody reports from a site, or no longer does
     */
    public record Look(Function<Project, WorkingDays> days, LocalDate today) {}

    /** The sites of the commands' projects, with what the commands name. */
    public static Map<UUID, Site> load(Connection connection, Map<UUID, List<MilestoneCommand>> commands, Look look)
            throws SQLException {
        Named named = new Named();
        commands.values().stream().flatMap(List::stream).forEach(named::add);
        return load(connection, commands.keySet(), named, look);
    }

    /** The site of a milestone about which something is proposed. */
    public static Site load(Connection connection, ProjectId project, Propose propose, Look look) throws SQLException {
        Named named = new Named();
        named.add(propose.id(), propose.motion());
        return Objects.requireNonNull(
                load(connection, Set.of(project.value()), named, look).get(project.value()));
    }

    private static Map<UUID, Site> load(Connection connection, Set<UUID> keys, Named named, Look look)
            throws SQLException {
        Map<ProjectId, Project> projects =
                ProjectRows.load(connection, keys.stream().map(ProjectId::new).toList());
        Map<MilestoneId, Milestone> milestones = MilestoneRows.load(connection, named.milestones);
        milestones.values().forEach(named::addNeighboursOf);
        Map<MilestoneId, Neighbour> neighbours = PredecessorRows.neighbours(connection, named.neighbours);
        Map<UUID, Set<UUID>> reporters = ReporterRows.ofProjects(connection, keys, look.today());
        Map<ForeignIdentity, Known<Scope>> known = known(connection, named.identities);
        Map<MilestoneId, Resting> resting = RestingRows.load(connection, named.decided);
        Map<UUID, Site> sites = new HashMap<>();
        for (UUID key : keys) {
            Optional<Project> project = Optional.ofNullable(projects.get(new ProjectId(key)));
            sites.put(
                    key,
                    new Site(
                            project,
                            project.map(look.days()).orElse(EVERY_DAY),
                            Shelf.of(milestones.values().stream()
                                    .filter(milestone ->
                                            milestone.project().value().equals(key))
                                    .collect(Collectors.toMap(Milestone::id, Function.identity()))),
                            neighbours,
                            reporters.getOrDefault(key, Set.of()),
                            known,
                            resting));
        }
        return sites;
    }

    /** What the commands of a batch name. */
    private static final class Named {

        private final Set<MilestoneId> milestones = new HashSet<>();
        /** Whether all that each follows is wanted too. */
        private final Map<MilestoneId, Boolean> neighbours = new HashMap<>();

        private final Set<ForeignIdentity> identities = new HashSet<>();

        /** Which are verified, or about which two persons decide: what rests on them matters. */
        private final Set<MilestoneId> decided = new HashSet<>();

        void add(MilestoneCommand command) {
            command.foreign().ifPresent(identities::add);
            switch (command) {
                case Plan plan -> add(plan.work().follows(), false);
                case ChangePlan change -> {
                    milestones.add(change.id());
                    change.changes()
                            .predecessors()
                            .ifPresent(links ->
                                    add(links.stream().map(Link::predecessor).toList(), true));
                }
                case Confirm confirm -> add(confirm.id(), confirm.motion());
                case MilestoneCommand.Verify verify -> {
                    milestones.add(verify.id());
                    decided.add(verify.id());
                }
                case MilestoneCommand other -> milestones.add(other.id());
            }
        }

        void add(MilestoneId milestone, Motion motion) {
            milestones.add(milestone);
            decided.add(milestone);
            if (motion instanceof Motion.Supersede supersede) {
                add(List.of(supersede.supersededBy()), false);
            }
        }

        void addNeighboursOf(Milestone milestone) {
            add(milestone.work().follows(), false);
        }

        private void add(Collection<MilestoneId> ids, boolean deep) {
            ids.forEach(id -> neighbours.merge(id, deep, Boolean::logicalOr));
        }
    }

    private static Map<ForeignIdentity, Known<Scope>> known(
            Connection connection, Collection<ForeignIdentity> identities) throws SQLException {
        Map<ForeignIdentity, ForeignRows.Row> found = ForeignRows.find(connection, COLLECTION, identities);
        Map<MilestoneId, Milestone> milestones = MilestoneRows.load(
                connection,
                found.values().stream().map(row -> new MilestoneId(row.id())).toList());
        Map<ForeignIdentity, Known<Scope>> known = new HashMap<>();
        found.forEach((identity, row) -> Optional.ofNullable(milestones.get(new MilestoneId(row.id())))
                .ifPresent(milestone -> known.put(identity, new Known<>(row.id(), milestone.scope(), row.payload()))));
        return known;
    }

    /**
     * Keeps what a batch left: versions of milestones, what they follow, new foreign identities.
     *
     * @param replanned those whose place in the plan is new or has changed, as they then were
     */
    public static void save(
            Connection connection,
            List<Milestone> versions,
            List<Milestone> replanned,
            List<ForeignRows.Row> identities)
            throws SQLException {
        MilestoneRows.save(connection, versions);
        PredecessorRows.save(connection, replanned);
        ForeignRows.insert(connection, COLLECTION, identities);
        MotionRows.restate(connection, versions);
    }
}
