package tranche.milestones.project.events;

import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.flow.writer.Outgoing;
import tranche.milestones.ProjectChanged;
import tranche.milestones.ProjectRegistered;
import tranche.milestones.ProjectStopped;
import tranche.milestones.project.domain.Location;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectContent;
import tranche.milestones.project.domain.ProjectEvent;
import tranche.values.register.ForeignIdentity;

/** A project's events as Avro records. */
public final class ProjectAvro {

    private ProjectAvro() {}

    public static Outgoing of(Project after, ProjectEvent event) {
        return new Outgoing(
                "project",
                after.id().value(),
                after.version().number(),
                event.effectiveDate(),
                head -> record(head, after, event));
    }

    private static SpecificRecord record(Head head, Project after, ProjectEvent event) {
        ProjectContent content = after.content();
        return switch (event) {
            case ProjectEvent.Registered _ ->
                ProjectRegistered.newBuilder()
                        .setHead(head)
                        .setProgrammeId(after.programme().value())
                        .setProjectId(after.id().value())
                        .setName(content.name())
                        .setKind(content.kind().name())
                        .setRegion(content.region())
                        .setCountry(content.country().code())
                        .setLatitude(content.location().map(Location::latitude).orElse(null))
                        .setLongitude(
                                content.location().map(Location::longitude).orElse(null))
                        .setZone(after.zone().getId())
                        .setStartDate(after.start())
                        .setUnverified(content.unverified())
                        .setSourceNote(content.sourceNote().orElse(null))
                        .setState(after.state().name())
                        .setSourceSystem(after.foreign()
                                .map(ForeignIdentity::sourceSystem)
                                .orElse(null))
                        .setExternalRef(after.foreign()
                                .map(ForeignIdentity::externalRef)
                                .orElse(null))
                        .build();
            case ProjectEvent.Changed _ ->
                ProjectChanged.newBuilder()
                        .setHead(head)
                        .setProgrammeId(after.programme().value())
                        .setProjectId(after.id().value())
                        .setName(content.name())
                        .setKind(content.kind().name())
                        .setRegion(content.region())
                        .setCountry(content.country().code())
                        .setLatitude(content.location().map(Location::latitude).orElse(null))
                        .setLongitude(
                                content.location().map(Location::longitude).orElse(null))
                        .setZone(after.zone().getId())
                        .setStartDate(after.start())
                        .setUnverified(content.unverified())
                        .setSourceNote(content.sourceNote().orElse(null))
                        .setState(after.state().name())
                        .build();
            case ProjectEvent.Stopped stopped ->
                ProjectStopped.newBuilder()
                        .setHead(head)
                        .setProgrammeId(after.programme().value())
                        .setProjectId(after.id().value())
                        .setState(after.state().name())
                        .setReason(stopped.reason())
                        .build();
        };
    }
}
