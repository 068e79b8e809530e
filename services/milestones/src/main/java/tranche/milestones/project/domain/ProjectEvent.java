package tranche.milestones.project.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.values.actor.Maker;
import tranche.values.register.ForeignIdentity;

/** What happened to a project. */
public sealed interface ProjectEvent {

    ProjectId id();

    LocalDate effectiveDate();

    record Registered(
            ProjectId id,
            ProgrammeId programme,
            ProjectContent content,
            ZoneId zone,
            LocalDate start,
            Optional<ForeignIdentity> foreign,
            LocalDate effectiveDate,
            Maker by)
            implements ProjectEvent {}

    /** @param content as it now is */
    record Changed(ProjectId id, ProjectContent content, ZoneId zone, LocalDate start, LocalDate effectiveDate)
            implements ProjectEvent {}

    record Stopped(ProjectId id, String reason, LocalDate effectiveDate) implements ProjectEvent {}
}
