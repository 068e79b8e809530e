package tranche.milestones.project.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.values.actor.Actor;
import tranche.values.country.Country;
import tranche.values.register.ForeignIdentity;

/** What can be asked of a project. The effective date is today in the project's zone where none is given. */
public sealed interface ProjectCommand {

    ProjectId id();

    Actor by();

    Optional<LocalDate> effectiveDate();

    /** Registers a project within a programme. */
    record Register(
            ProjectId id,
            ProgrammeId programme,
            ProjectContent content,
            Optional<ForeignIdentity> foreign,
            Optional<LocalDate> effectiveDate,
            Actor by)
            implements ProjectCommand {}

    /** Changes what the project says of itself. */
    record Change(ProjectId id, Changes changes, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements ProjectCommand {}

    /** Lets no more milestones be planned for it. */
    record Stop(ProjectId id, String reason, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements ProjectCommand {}

    /** What is to change; what is empty stays. */
    record Changes(
            Optional<String> name,
            Optional<ProjectKind> kind,
            Optional<String> region,
            Optional<Country> country,
            Optional<Location> location,
            Optional<ZoneId> zone,
            Optional<LocalDate> startDate,
            Optional<Boolean> unverified,
            Optional<String> sourceNote) {

        ProjectContent appliedTo(ProjectContent before) {
            return new ProjectContent(
                    name.orElse(before.name()),
                    kind.orElse(before.kind()),
                    region.orElse(before.region()),
                    country.orElse(before.country()),
                    location.or(before::location),
                    zone.or(before::zone),
                    startDate.or(before::startDate),
                    unverified.orElse(before.unverified()),
                    sourceNote.or(before::sourceNote));
        }
    }
}
