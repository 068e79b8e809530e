package tranche.milestones.project.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import tranche.Head;
import tranche.flow.writer.Outgoing;
import tranche.milestones.ProjectChanged;
import tranche.milestones.ProjectRegistered;
import tranche.milestones.ProjectStopped;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.Location;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectContent;
import tranche.milestones.project.domain.ProjectEvent;
import tranche.milestones.project.domain.ProjectFile;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.domain.ProjectKind;
import tranche.values.actor.Maker;
import tranche.values.country.Country;
import tranche.values.register.ForeignIdentity;

class ProjectAvroTest {

    private static final Instant NOW = Instant.parse("2026-03-31T20:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final ProjectId PROJECT = new ProjectId(new UUID(0, 2));
    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final ProjectEvent REGISTERED = new ProjectEvent.Registered(
            PROJECT,
            new ProgrammeId(new UUID(0, 1)),
            content(Optional.of(new Location(new BigDecimal("33.7745"), new BigDecimal("-112.1583")))),
            PHOENIX,
            TODAY.minusYears(1),
            Optional.of(new ForeignIdentity("awards", "US-1")),
            TODAY,
            new Maker(new UUID(0, 9), new UUID(0, 9)));

    @Test
    void tells_a_registration_with_its_place_and_its_name_elsewhere() {
        ProjectRegistered record = (ProjectRegistered) record(after(ProjectFile.EMPTY, REGISTERED), REGISTERED, 1);

        assertThat(record.getProgrammeId()).isEqualTo(new UUID(0, 1));
        assertThat(record.getProjectId()).isEqualTo(PROJECT.value());
        assertThat(record.getKind()).isEqualTo("FAB");
        assertThat(record.getLatitude()).isEqualTo(Optional.of(new BigDecimal("33.774500")));
        assertThat(record.getZone()).isEqualTo("America/Phoenix");
        assertThat(record.getStartDate()).isEqualTo(TODAY.minusYears(1));
        assertThat(record.getState()).isEqualTo("ACTIVE");
        assertThat(record.getExternalRef()).isEqualTo(Optional.of("US-1"));
    }

    @Test
    void tells_a_change_as_the_project_now_is() {
        ProjectEvent changed =
                new ProjectEvent.Changed(PROJECT, content(Optional.empty()), PHOENIX, TODAY, TODAY.plusDays(1));

        ProjectChanged record =
                (ProjectChanged) record(after(after(ProjectFile.EMPTY, REGISTERED), changed), changed, 2);

        assertThat(record.getLatitude()).isEmpty();
        assertThat(record.getStartDate()).isEqualTo(TODAY);
        assertThat(record.getHead().getEffectiveDate()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void tells_a_stop_with_its_reason() {
        ProjectEvent stopped = new ProjectEvent.Stopped(PROJECT, "no permit", TODAY);

        ProjectStopped record =
                (ProjectStopped) record(after(after(ProjectFile.EMPTY, REGISTERED), stopped), stopped, 2);

        assertThat(record.getReason()).isEqualTo("no permit");
        assertThat(record.getState()).isEqualTo("STOPPED");
    }

    private static ProjectContent content(Optional<Location> location) {
        return new ProjectContent(
                "Fab 1",
                ProjectKind.FAB,
                "US-AZ",
                new Country("US"),
                location,
                Optional.of(PHOENIX),
                Optional.empty(),
                true,
                Optional.of("award notice"));
    }

    private static ProjectFile after(ProjectFile file, ProjectEvent event) {
        return file.apply(event, NOW);
    }

    private static SpecificRecord record(ProjectFile after, ProjectEvent event, long version) {
        Project project = after.project().orElseThrow();
        Outgoing outgoing = ProjectAvro.of(project, event);
        assertThat(outgoing.aggregateType()).isEqualTo("project");
        assertThat(outgoing.version()).isEqualTo(version);
        return outgoing.record()
                .apply(Head.newBuilder()
                        .setEventId(new UUID(1, 1))
                        .setAggregateId(outgoing.aggregateId())
                        .setVersion(outgoing.version())
                        .setSequence(1)
                        .setEffectiveDate(outgoing.effectiveDate())
                        .setRecordedAt(NOW)
                        .setActorId(new UUID(1, 2))
                        .setCorrelationId(new UUID(1, 3))
                        .build());
    }
}
