package tranche.commitments;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.flow.wire.AvroBytes;
import tranche.flow.wire.Frame;
import tranche.milestones.BaselineApproved;
import tranche.milestones.DrivingMilestone;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneForecastChanged;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.milestones.MilestoneWaived;
import tranche.milestones.MilestoneWaiverRevoked;
import tranche.milestones.ProjectRegistered;
import tranche.milestones.Verifier;
import tranche.testkit.TestTopic;

/** A project whose events are written to the topic, as the service of milestones writes them. */
public final class ToldSite {

    private static final String TOPIC = "milestones.events";
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final ObjectMapper JSON = new ObjectMapper();

    public final UUID programme;
    public final UUID project = UUID.randomUUID();

    private final URI registry;
    private long sequence;
    private byte[] last = new byte[0];

    public ToldSite(URI registry) {
        this(registry, UUID.randomUUID());
    }

    public ToldSite(URI registry, UUID programme) {
        this.registry = registry;
        this.programme = programme;
    }

    /** Tells an event about an object of the project; gives the event's id. */
    public UUID tell(UUID about, Function<Head, SpecificRecord> event) {
        Head head = Head.newBuilder()
                .setEventId(UUID.randomUUID())
                .setAggregateId(about)
                .setVersion(1)
                .setSequence(++sequence)
                .setEffectiveDate(TODAY)
                .setRecordedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .setActorId(UUID.randomUUID())
                .setCorrelationId(UUID.randomUUID())
                .build();
        SpecificRecord record = event.apply(head);
        last = Frame.of(schemaId(record), AvroBytes.encode(record));
        TestTopic.write(TOPIC, project, last);
        return head.getEventId();
    }

    /** The last event comes once more. */
    public void tellAgain() {
        TestTopic.write(TOPIC, project, last);
    }

    public UUID registered(String region, String country) {
        return tell(
                project,
                head -> ProjectRegistered.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setProjectId(project)
                        .setName("Fab 1")
                        .setKind("FAB")
                        .setRegion(region)
                        .setCountry(country)
                        .setZone("UTC")
                        .setStartDate(TODAY)
                        .setState("ACTIVE")
                        .build());
    }

    public UUID planned(UUID milestone) {
        return tell(
                milestone,
                head -> MilestonePlanned.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setProjectId(project)
                        .setMilestoneId(milestone)
                        .setName("Shell complete")
                        .setKind("CONSTRUCTION")
                        .setBaselineDate(TODAY.plusDays(30))
                        .setBaselineFrom(TODAY)
                        .setForecastDate(TODAY.plusDays(31))
                        .setSlipDays(1)
                        .setSlipWorkingDays(1)
                        .setBreach("NONE")
                        .setState("PLANNED")
                        .build());
    }

    public UUID slipped(UUID milestone, UUID driver) {
        return tell(
                milestone,
                head -> MilestoneForecastChanged.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setProjectId(project)
                        .setMilestoneId(milestone)
                        .setPreviousDate(TODAY.plusDays(31))
                        .setForecastDate(TODAY.plusDays(70))
                        .setPlannedDate(TODAY.plusDays(70))
                        .setSlipDays(40)
                        .setSlipWorkingDays(28)
                        .setBreach("NONE")
                        .setReason("The permit is late.")
                        .setChain(List.of(new DrivingMilestone(driver, 38)))
                        .setState("PLANNED")
                        .build());
    }

    /** A new baseline on the day for which it is forecast. */
    public UUID rebaselined(UUID milestone) {
        return tell(
                milestone,
                head -> BaselineApproved.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setProjectId(project)
                        .setMilestoneId(milestone)
                        .setPreviousDate(TODAY.plusDays(30))
                        .setBaselineDate(TODAY.plusDays(70))
                        .setOriginalDate(TODAY.plusDays(30))
                        .setForecastDate(TODAY.plusDays(70))
                        .setSlipDays(0)
                        .setSlipWorkingDays(0)
                        .setBreach("NONE")
                        .setReason("The permit was expected later.")
                        .setProposedBy(UUID.randomUUID())
                        .setState("PLANNED")
                        .build());
    }

    public UUID waived(UUID milestone, UUID tranche) {
        return tell(
                milestone,
                head -> MilestoneWaived.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setProjectId(project)
                        .setMilestoneId(milestone)
                        .setOfAll(false)
                        .setTrancheIds(List.of(tranche))
                        .setExpires(TODAY.plusDays(90))
                        .setReason("The terms were renegotiated.")
                        .setProposedBy(UUID.randomUUID())
                        .setState("PLANNED")
                        .build());
    }

    public UUID waiversRevoked(UUID milestone) {
        return tell(
                milestone,
                head -> MilestoneWaiverRevoked.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setProjectId(project)
                        .setMilestoneId(milestone)
                        .setReason("It was given in error.")
                        .setProposedBy(UUID.randomUUID())
                        .setState("PLANNED")
                        .build());
    }

    public UUID achieved(UUID milestone, Verifier... verifiers) {
        return tell(
                milestone,
                head -> MilestoneAchieved.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setProjectId(project)
                        .setMilestoneId(milestone)
                        .setAchievedDate(TODAY.minusDays(2))
                        .setVerifiers(List.of(verifiers))
                        .setEvidence(List.of("ab".repeat(32)))
                        .setBaselineDate(TODAY.minusDays(5))
                        .setSlipDays(3)
                        .setSlipWorkingDays(1)
                        .setState("ACHIEVED")
                        .build());
    }

    public UUID revoked(UUID milestone) {
        return tell(
                milestone,
                head -> MilestoneVerificationRevoked.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setProjectId(project)
                        .setMilestoneId(milestone)
                        .setStateBefore("ACHIEVED")
                        .setReason("The photo shows another site.")
                        .setProposedBy(UUID.randomUUID())
                        .setState("REJECTED")
                        .build());
    }

    private int schemaId(SpecificRecord record) {
        String subject = TOPIC + "-" + record.getSchema().getFullName();
        String body = JSON.createObjectNode()
                .put("schema", record.getSchema().toString())
                .put("schemaType", "AVRO")
                .toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry + "/subjects/" + subject + "/versions"))
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return JSON.readTree(answer.body()).get("id").intValue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
