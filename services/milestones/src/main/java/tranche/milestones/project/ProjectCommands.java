package tranche.milestones.project;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.milestones.programme.domain.Programme;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.programme.store.ProgrammeRows;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectCommand;
import tranche.milestones.project.domain.ProjectEvent;
import tranche.milestones.project.domain.ProjectFile;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.events.ProjectAvro;
import tranche.milestones.project.store.ProjectRows;
import tranche.values.decision.Decision;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** The front door of projects. */
@Singleton
public final class ProjectCommands implements Feature<ProjectFile, ProjectCommand, ProjectEvent> {

    private final Writer<ProjectFile, ProjectCommand, ProjectEvent> writer;

    ProjectCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<ProjectFile, ProjectCommand, ProjectEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "project";
    }

    @Override
    public Map<UUID, ProjectFile> load(Connection connection, Map<UUID, List<ProjectCommand>> commands)
            throws SQLException {
        List<ForeignIdentity> identities = new ArrayList<>();
        List<ProgrammeId> named = new ArrayList<>();
        for (ProjectCommand command :
                commands.values().stream().flatMap(List::stream).toList()) {
            if (command instanceof ProjectCommand.Register register) {
                register.foreign().ifPresent(identities::add);
                named.add(register.programme());
            }
        }
        Map<ForeignIdentity, Known<Project>> known = ProjectRows.known(connection, identities);
        Map<ProgrammeId, Programme> programmes = ProgrammeRows.load(connection, named);
        Map<ProjectId, Project> projects = ProjectRows.load(
                connection, commands.keySet().stream().map(ProjectId::new).toList());
        Map<UUID, ProjectFile> files = new HashMap<>();
        for (UUID key : commands.keySet()) {
            files.put(key, new ProjectFile(Optional.ofNullable(projects.get(new ProjectId(key))), programmes, known));
        }
        return files;
    }

    @Override
    public Decision<ProjectEvent> decide(ProjectFile state, ProjectCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public ProjectFile apply(ProjectFile state, ProjectEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<ProjectFile, ProjectEvent>> recorded)
            throws SQLException {
        ProjectRows.save(
                connection,
                recorded.stream()
                        .map(one -> one.after().project().orElseThrow())
                        .toList());
    }

    @Override
    public Outgoing toAvro(ProjectFile after, ProjectEvent event) {
        return ProjectAvro.of(after.project().orElseThrow(), event);
    }
}
