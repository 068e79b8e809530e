package tranche.milestones.project.domain;

import static tranche.milestones.project.domain.ProjectRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.milestones.project.domain.ProjectRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.milestones.project.domain.ProjectRefusal.EXTERNAL_REFERENCE_CONFLICT;
import static tranche.milestones.project.domain.ProjectRefusal.FORBIDDEN;
import static tranche.milestones.project.domain.ProjectRefusal.INVALID_STATE;
import static tranche.milestones.project.domain.ProjectRefusal.NOT_FOUND;
import static tranche.milestones.project.domain.ProjectRefusal.REASON_MISSING;
import static tranche.milestones.project.domain.ProjectRefusal.UNKNOWN_REFERENCE;
import static tranche.milestones.project.domain.ProjectRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.milestones.programme.domain.Programme;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.ProjectCommand.Change;
import tranche.milestones.project.domain.ProjectCommand.Register;
import tranche.milestones.project.domain.ProjectCommand.Stop;
import tranche.milestones.project.domain.ProjectEvent.Changed;
import tranche.milestones.project.domain.ProjectEvent.Registered;
import tranche.milestones.project.domain.ProjectEvent.Stopped;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.Version;

/**
 * All that a decision about one project needs: the project, the programmes that the commands name, and which projects are
 * known under the foreign identities that they name.
 *
 * @param project empty until it is registered
 */
public record ProjectFile(
        Optional<Project> project, Map<ProgrammeId, Programme> programmes, Map<ForeignIdentity, Known<Project>> known) {

    public static final ProjectFile EMPTY = new ProjectFile(Optional.empty(), Map.of(), Map.of());

    public ProjectFile {
        programmes = Map.copyOf(programmes);
        known = Map.copyOf(known);
    }

    public Decision<ProjectEvent> decide(ProjectCommand command, Instant now) {
        return switch (command) {
            case Register register -> register(register, now);
            case Change change -> change(change, now);
            case Stop stop -> stop(stop, now);
        };
    }

    private Decision<ProjectEvent> register(Register register, Instant now) {
        var content = register.content();
        Optional<Programme> programme = Optional.ofNullable(programmes.get(register.programme()))
                .filter(found -> register.by().access().holds(Programme.READERS, found.scope()));
        Optional<Known<Project>> same = register.foreign().map(known::get);
        if (!manages(register, programme)) {
            return refused(FORBIDDEN);
        }
        if (same.isPresent()) {
            boolean seen = same.get().object().isSeenBy(register.by().access());
            return seen && isSame(same.get(), register)
                    ? accepted()
                    : refused(EXTERNAL_REFERENCE_CONFLICT, same.get().conflict(seen));
        }
        // Without its programme and a zone of its own the project has no day of which another could be ahead.
        Optional<ZoneId> zone = content.zone().or(() -> programme.map(Programme::zone));
        Optional<LocalDate> today = zone.map(place -> LocalDate.ofInstant(now, place));
        if (today.flatMap(day -> register.effectiveDate().filter(day::isBefore)).isPresent()) {
            return refused(
                    EFFECTIVE_DATE_AHEAD, Map.of("today", today.orElseThrow().toString()));
        }
        if (programme.isEmpty()) {
            return refused(UNKNOWN_REFERENCE, Map.of("field", "programmeId"));
        }
        LocalDate effective = register.effectiveDate().or(() -> today).orElseThrow();
        return accepted(new Registered(
                register.id(),
                register.programme(),
                content,
                zone.orElseThrow(),
                content.startDate().orElse(effective),
                register.foreign(),
                effective,
                register.by().asMaker()));
    }

    /** Of a programme that is not there for the caller another rule tells. */
    private static boolean manages(Register register, Optional<Programme> programme) {
        var access = register.by().access();
        return programme
                .map(found -> Project.scope(found.id(), register.id()))
                .map(scope -> access.holds(Role.FUND_MANAGER, scope))
                .orElseGet(() -> access.holdsAnywhere(Role.FUND_MANAGER));
    }

    private static boolean isSame(Known<Project> existing, Register register) {
        return existing.payload().equals(register.content().hash())
                && existing.object().programme().equals(register.programme());
    }

    private Decision<ProjectEvent> change(Change change, Instant now) {
        Optional<Decision<ProjectEvent>> refusal = refusal(change, Project.Step.CHANGE, change.ifMatch(), now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Project before = project.orElseThrow();
        ProjectContent content = change.changes().appliedTo(before.content());
        if (content.equals(before.content())) {
            return accepted();
        }
        return accepted(new Changed(
                change.id(),
                content,
                content.zone().orElse(before.zone()),
                content.startDate().orElse(before.start()),
                before.version().dateOfNext(change.effectiveDate(), before.today(now))));
    }

    private Decision<ProjectEvent> stop(Stop stop, Instant now) {
        Optional<Decision<ProjectEvent>> refusal = refusal(stop, Project.Step.STOP, stop.ifMatch(), now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (stop.reason().isBlank()) {
            return refused(REASON_MISSING);
        }
        Project active = project.orElseThrow();
        return accepted(new Stopped(
                stop.id(), stop.reason(), active.version().dateOfNext(stop.effectiveDate(), active.today(now))));
    }

    /**
     * What a command on an existing project is refused for before its content is looked at, in the order in which it is
     * told: unknown or not to be seen, forbidden, another version, a state that does not admit it.
     *
     * @return empty where the gate is open
     */
    public static Optional<Decision<ProjectEvent>> gate(
            Optional<Project> found, Project.Step step, Actor by, OptionalLong ifMatch) {
        if (found.filter(project -> project.isSeenBy(by.access())).isEmpty()) {
            return Optional.of(refused(NOT_FOUND));
        }
        Project project = found.get();
        if (!by.access().holds(Role.FUND_MANAGER, project.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (project.version().conflictsWith(ifMatch)) {
            return Optional.of(refused(
                    VERSION_CONFLICT, Map.of("version", project.version().number())));
        }
        if (!project.allowed().contains(step)) {
            List<String> allowed =
                    project.allowed().stream().map(Project.Step::command).toList();
            return Optional.of(
                    refused(INVALID_STATE, Map.of("state", project.state().name(), "allowed", allowed)));
        }
        return Optional.empty();
    }

    private Optional<Decision<ProjectEvent>> refusal(
            ProjectCommand command, Project.Step step, OptionalLong ifMatch, Instant now) {
        Optional<Decision<ProjectEvent>> closed = gate(project, step, command.by(), ifMatch);
        if (closed.isPresent()) {
            return closed;
        }
        Project existing = project.orElseThrow();
        Version version = existing.version();
        LocalDate today = existing.today(now);
        LocalDate effective = version.dateOfNext(command.effectiveDate(), today);
        if (version.isAfter(effective)) {
            return Optional.of(refused(
                    EFFECTIVE_DATE_BEFORE_LAST,
                    Map.of("last", version.effectiveDate().toString())));
        }
        return command.effectiveDate()
                .filter(today::isBefore)
                .map(_ -> refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString())));
    }

    public ProjectFile apply(ProjectEvent event, Instant recordedAt) {
        Project after = switch (event) {
            case Registered registered ->
                new Project(
                        registered.id(),
                        registered.programme(),
                        registered.content(),
                        registered.zone(),
                        registered.start(),
                        ProjectState.ACTIVE,
                        Optional.empty(),
                        registered.foreign(),
                        registered.by(),
                        Version.first(registered.effectiveDate(), recordedAt));
            case Changed changed -> {
                Project before = project.orElseThrow();
                yield new Project(
                        before.id(),
                        before.programme(),
                        changed.content(),
                        changed.zone(),
                        changed.start(),
                        before.state(),
                        before.reason(),
                        before.foreign(),
                        before.maker(),
                        before.version().next(changed.effectiveDate(), recordedAt));
            }
            case Stopped stopped -> {
                Project before = project.orElseThrow();
                yield new Project(
                        before.id(),
                        before.programme(),
                        before.content(),
                        before.zone(),
                        before.start(),
                        ProjectState.STOPPED,
                        Optional.of(stopped.reason()),
                        before.foreign(),
                        before.maker(),
                        before.version().next(stopped.effectiveDate(), recordedAt));
            }
        };
        return new ProjectFile(Optional.of(after), programmes, known);
    }
}
