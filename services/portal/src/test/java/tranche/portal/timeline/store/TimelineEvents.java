package tranche.portal.timeline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.milestones.BaselineApproved;
import tranche.milestones.DrivingMilestone;
import tranche.milestones.EvidenceItem;
import tranche.milestones.EvidenceSubmitted;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneClaimWithdrawn;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestoneForecastChanged;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.MilestoneRejected;
import tranche.milestones.MilestoneRemoved;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.milestones.MilestoneVerified;
import tranche.milestones.MilestoneWaived;
import tranche.milestones.MilestoneWaiverRevoked;
import tranche.milestones.ProjectRegistered;
import tranche.milestones.ProjectStopped;
import tranche.milestones.Verifier;
import tranche.portal.timeline.domain.Fact;
import tranche.portal.timeline.events.TimelineAvro;

/** Events of one project and its milestones, and how they are taken in. */
public record TimelineEvents(UUID programme, UUID project, UUID actor) {

    public static final String HASH = "9c1e" + "0".repeat(56) + "04af";

    private static final int QUORUM = 1;

    private static long sequence;

    /** Takes events in as one batch. */
    public static void tell(DataSource dataSource, SpecificRecord... events) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        for (SpecificRecord event : events) {
            facts.addAll(TimelineAvro.facts(event, UUID.randomUUID()));
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            TimelineRows.keep(connection, facts);
            connection.commit();
        }
    }

    private Head head(UUID aggregate) {
        sequence++;
        return Head.newBuilder()
                .setEventId(UUID.randomUUID())
                .setAggregateId(aggregate)
                .setVersion(sequence)
                .setSequence(sequence)
                .setEffectiveDate(LocalDate.parse("2026-03-01"))
                .setRecordedAt(Instant.parse("2026-03-02T10:00:00Z").plusSeconds(sequence))
                .setActorId(actor)
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    public ProjectRegistered registered(String name, String kind, String region, String country) {
        return ProjectRegistered.newBuilder()
                .setHead(head(project))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setName(name)
                .setKind(kind)
                .setRegion(region)
                .setCountry(country)
                .setZone("America/New_York")
                .setStartDate(LocalDate.parse("2025-01-01"))
                .setState("ACTIVE")
                .build();
    }

    public ProjectStopped stopped() {
        return ProjectStopped.newBuilder()
                .setHead(head(project))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setState("STOPPED")
                .setReason("The site was given up.")
                .build();
    }

    public MilestonePlanned planned(UUID milestone, String name, String baseline, String... required) {
        return MilestonePlanned.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setName(name)
                .setKind("CONSTRUCTION")
                .setBaselineFrom(LocalDate.parse(baseline).minusYears(1))
                .setBaselineDate(LocalDate.parse(baseline))
                .setDurationDays(40)
                .setRequiredEvidence(Arrays.asList(required))
                .setQuorum(QUORUM)
                .setForecastDate(LocalDate.parse(baseline))
                .setSlipDays(0)
                .setSlipWorkingDays(0)
                .setBreach("NONE")
                .setState("PLANNED")
                .build();
    }

    public MilestoneForecastChanged forecast(
            UUID milestone, String before, String day, int slip, String breach, UUID... drivers) {
        return MilestoneForecastChanged.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setPreviousDate(LocalDate.parse(before))
                .setForecastDate(LocalDate.parse(day))
                .setPlannedDate(LocalDate.parse(day))
                .setSlipDays(slip)
                .setSlipWorkingDays(slip * 5 / 7)
                .setBreach(breach)
                .setReason("The substation permit is late.")
                .setChain(Arrays.stream(drivers)
                        .map(driver -> DrivingMilestone.newBuilder()
                                .setMilestoneId(driver)
                                .setSlipDays(slip)
                                .build())
                        .toList())
                .setState("PLANNED")
                .build();
    }

    /** Its day stays; what the site states is new, and the state that it is in is told with it. */
    public MilestoneForecastChanged restated(UUID milestone, String day, String stated, String state) {
        return MilestoneForecastChanged.newBuilder(forecast(milestone, day, day, 0, "NONE"))
                .setStatedDate(LocalDate.parse(stated))
                .setState(state)
                .build();
    }

    public MilestoneSlipped slipped(UUID milestone, String before, String day, int slip) {
        return MilestoneSlipped.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setPreviousDate(LocalDate.parse(before))
                .setForecastDate(LocalDate.parse(day))
                .setDays(slip)
                .setWorkingDays(slip * 5 / 7)
                .setSlipDays(slip)
                .setSlipWorkingDays(slip * 5 / 7)
                .setReason("The substation permit is late.")
                .build();
    }

    public MilestoneClaimed claimed(UUID milestone, String day) {
        return MilestoneClaimed.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setClaimedDate(LocalDate.parse(day))
                .setState("CLAIMED")
                .build();
    }

    public EvidenceSubmitted evidence(UUID milestone, String... kinds) {
        return EvidenceSubmitted.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setItems(Arrays.stream(kinds)
                        .map(kind -> EvidenceItem.newBuilder()
                                .setEvidenceId(UUID.randomUUID())
                                .setKind(kind)
                                .setSha256(HASH)
                                .setSize(8_400_000)
                                .setMediaType("application/pdf")
                                .build())
                        .toList())
                .setState("EVIDENCE_SUBMITTED")
                .build();
    }

    public MilestoneVerified verified(UUID milestone, String day) {
        return MilestoneVerified.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setAchievedDate(LocalDate.parse(day))
                .setStatement("Levels within 20 mm of the drawing.")
                .setVerifications(1)
                .setQuorum(QUORUM)
                .setState("VERIFIED")
                .build();
    }

    public MilestoneAchieved achieved(UUID milestone, String day, int slip) {
        return MilestoneAchieved.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setAchievedDate(LocalDate.parse(day))
                .setVerifiers(List.of(Verifier.newBuilder()
                        .setAccountId(actor)
                        .setPersonId(UUID.randomUUID())
                        .build()))
                .setEvidence(List.of(HASH))
                .setBaselineDate(LocalDate.parse(day).minusDays(slip))
                .setSlipDays(slip)
                .setSlipWorkingDays(slip * 5 / 7)
                .setState("ACHIEVED")
                .build();
    }

    public MilestoneRejected rejected(UUID milestone) {
        return MilestoneRejected.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setReason("The photograph shows another site.")
                .setState("REJECTED")
                .build();
    }

    public MilestoneClaimWithdrawn withdrawn(UUID milestone) {
        return MilestoneClaimWithdrawn.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setState("IN_PROGRESS")
                .build();
    }

    public MilestoneVerificationRevoked revoked(UUID milestone) {
        return MilestoneVerificationRevoked.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setStateBefore("ACHIEVED")
                .setReason("The certificate was forged.")
                .setProposedBy(UUID.randomUUID())
                .setState("REJECTED")
                .build();
    }

    /** For the tranches given; for all where none is. */
    public MilestoneWaived waived(UUID milestone, String expires, UUID... tranches) {
        return MilestoneWaived.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setOfAll(tranches.length == 0)
                .setTrancheIds(Arrays.asList(tranches))
                .setExpires(LocalDate.parse(expires))
                .setReason("Two persons agreed on it.")
                .setProposedBy(UUID.randomUUID())
                .setState(tranches.length == 0 ? "WAIVED" : "PLANNED")
                .build();
    }

    public MilestoneWaiverRevoked unwaived(UUID milestone) {
        return MilestoneWaiverRevoked.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setReason("Two persons agreed on it.")
                .setProposedBy(UUID.randomUUID())
                .setState("PLANNED")
                .build();
    }

    public MilestoneRemoved removed(UUID milestone) {
        return MilestoneRemoved.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setReason("It is no part of the plan any more.")
                .setProposedBy(UUID.randomUUID())
                .setState("REMOVED")
                .build();
    }

    public BaselineApproved rebaselined(UUID milestone, String before, String day, String original) {
        return BaselineApproved.newBuilder()
                .setHead(head(milestone))
                .setProgrammeId(programme)
                .setProjectId(project)
                .setMilestoneId(milestone)
                .setPreviousDate(LocalDate.parse(before))
                .setBaselineDate(LocalDate.parse(day))
                .setOriginalDate(LocalDate.parse(original))
                .setForecastDate(LocalDate.parse(day))
                .setSlipDays(0)
                .setSlipWorkingDays(0)
                .setBreach("NONE")
                .setReason("Two persons agreed on it.")
                .setProposedBy(UUID.randomUUID())
                .setState("PLANNED")
                .build();
    }
}
