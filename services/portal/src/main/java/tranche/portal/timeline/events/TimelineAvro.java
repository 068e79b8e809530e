package tranche.portal.timeline.events;

import static tranche.portal.timeline.events.Fields.day;
import static tranche.portal.timeline.events.Fields.decimal;
import static tranche.portal.timeline.events.Fields.head;
import static tranche.portal.timeline.events.Fields.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.milestones.BaselineApproved;
import tranche.milestones.DrivingMilestone;
import tranche.milestones.EvidenceSubmitted;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneAdvanced;
import tranche.milestones.MilestoneClaimWithdrawn;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestoneDueSoon;
import tranche.milestones.MilestoneForecastChanged;
import tranche.milestones.MilestonePlanChanged;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.MilestoneRejected;
import tranche.milestones.MilestoneRemoved;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.MilestoneStarted;
import tranche.milestones.MilestoneSuperseded;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.milestones.MilestoneVerified;
import tranche.milestones.MilestoneWaived;
import tranche.milestones.MilestoneWaiverRevoked;
import tranche.milestones.Predecessor;
import tranche.milestones.ProjectChanged;
import tranche.milestones.ProjectRegistered;
import tranche.milestones.ProjectStopped;
import tranche.portal.timeline.domain.Breach;
import tranche.portal.timeline.domain.EvidenceKind;
import tranche.portal.timeline.domain.Fact;
import tranche.portal.timeline.domain.MilestoneKind;
import tranche.portal.timeline.domain.MilestonePicture;
import tranche.portal.timeline.domain.MilestonePicture.Check;
import tranche.portal.timeline.domain.MilestonePicture.Days;
import tranche.portal.timeline.domain.MilestonePicture.Plan;
import tranche.portal.timeline.domain.MilestonePicture.Slip;
import tranche.portal.timeline.domain.MilestonePicture.Waiver;
import tranche.portal.timeline.domain.MilestoneState;
import tranche.portal.timeline.domain.ProjectKind;

/** Turns events into what they mean for the pages. An event that no page shows means nothing here. */
public final class TimelineAvro {

    /** The nearest say why; a chain may be as long as its project. */
    private static final int DRIVERS_SHOWN = 5;

    private TimelineAvro() {}

    /** The facts of an event, in the order in which they are to be kept; none where no page shows it. */
    public static List<Fact> facts(SpecificRecord event, UUID key) {
        List<Fact> facts = new ArrayList<>();
        switch (event) {
            case ProjectRegistered e ->
                facts.add(new Fact.OfProject(
                        e.getProjectId(),
                        e.getProgrammeId(),
                        e.getName(),
                        ProjectKind.valueOf(e.getKind()),
                        e.getRegion(),
                        e.getCountry(),
                        decimal(e, "latitude"),
                        decimal(e, "longitude"),
                        e.getZone(),
                        e.getStartDate(),
                        e.getUnverified(),
                        text(e, "sourceNote"),
                        e.getSourceSystem(),
                        e.getExternalRef(),
                        e.getHead().getVersion()));
            case ProjectChanged e ->
                facts.add(new Fact.OfProject(
                        e.getProjectId(),
                        e.getProgrammeId(),
                        e.getName(),
                        ProjectKind.valueOf(e.getKind()),
                        e.getRegion(),
                        e.getCountry(),
                        decimal(e, "latitude"),
                        decimal(e, "longitude"),
                        e.getZone(),
                        e.getStartDate(),
                        e.getUnverified(),
                        text(e, "sourceNote"),
                        Optional.empty(),
                        Optional.empty(),
                        e.getHead().getVersion()));
            case ProjectStopped e ->
                facts.add(new Fact.OfStop(e.getProjectId(), e.getHead().getVersion()));
            case MilestonePlanned e -> facts.add(new Fact.OfMilestone(e.getMilestoneId(), _ -> planned(e)));
            case MilestonePlanChanged _,
                    MilestoneStarted _,
                    MilestoneClaimed _,
                    EvidenceSubmitted _,
                    MilestoneVerified _,
                    MilestoneAchieved _,
                    MilestoneRejected _,
                    MilestoneClaimWithdrawn _,
                    MilestoneVerificationRevoked _,
                    MilestoneForecastChanged _,
                    MilestoneSlipped _,
                    MilestoneAdvanced _,
                    BaselineApproved _,
                    MilestoneWaived _,
                    MilestoneWaiverRevoked _,
                    MilestoneRemoved _,
                    MilestoneSuperseded _,
                    MilestoneDueSoon _ -> facts.add(step(event));
            default -> {
                return List.of();
            }
        }
        if (event instanceof EvidenceSubmitted submitted) {
            facts.addAll(evidence(submitted));
        }
        ToldAvro.told(event, key).ifPresent(facts::add);
        return facts;
    }

    private static MilestonePicture planned(MilestonePlanned e) {
        return new MilestonePicture(
                e.getMilestoneId(),
                e.getProgrammeId(),
                e.getProjectId(),
                e.getName(),
                MilestoneKind.valueOf(e.getKind()),
                MilestoneState.valueOf(e.getState()),
                new Days(
                        e.getBaselineDate(),
                        e.getBaselineDate(),
                        e.getForecastDate(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Slip(
                        e.getSlipDays(),
                        e.getSlipWorkingDays(),
                        Breach.valueOf(e.getBreach()),
                        Optional.empty(),
                        List.of()),
                new Plan(e.getDurationDays(), predecessors(e.getPredecessors()), day(e, "notBefore")),
                new Check(
                        e.getRequiredEvidence().stream()
                                .map(EvidenceKind::valueOf)
                                .toList(),
                        e.getQuorum(),
                        0,
                        0,
                        List.of()),
                Optional.empty(),
                text(e, "sourceNote"),
                e.getHead().getVersion(),
                e.getHead().getRecordedAt());
    }

    /** What an event leaves of the picture before it; the state, where it names none, stays. */
    private static Fact step(SpecificRecord event) {
        Head head = head(event);
        UnaryOperator<MilestonePicture> change = change(event);
        Optional<MilestoneState> state = text(event, "state").map(MilestoneState::valueOf);
        return new Fact.OfMilestone(head.getAggregateId(), before -> {
            MilestonePicture picture = before.orElseThrow();
            return change.apply(picture).moved(state.orElse(picture.state()), head.getVersion(), head.getRecordedAt());
        });
    }

    private static UnaryOperator<MilestonePicture> change(SpecificRecord event) {
        return switch (event) {
            case MilestonePlanChanged e ->
                picture -> picture.with(
                        new Plan(e.getDurationDays(), predecessors(e.getPredecessors()), day(e, "notBefore")));
            case MilestoneStarted e -> picture -> picture.with(picture.days().started(e.getStartedDate()));
            case MilestoneClaimed e ->
                picture -> picture.with(picture.days().claimed(e.getClaimedDate()))
                        .with(picture.check().claimed());
            case MilestoneVerified e -> picture -> picture.with(picture.check().verified(e.getVerifications()));
            case MilestoneAchieved e ->
                picture -> picture.with(picture.days().achieved(e.getAchievedDate()))
                        .with(slip(
                                picture,
                                e.getSlipDays(),
                                e.getSlipWorkingDays(),
                                picture.slip().breach()));
            case MilestoneRejected _, MilestoneClaimWithdrawn _, MilestoneVerificationRevoked _ ->
                picture -> picture.with(picture.days().unclaimed())
                        .with(picture.check().verified(0));
            case MilestoneForecastChanged e ->
                picture -> picture.with(picture.days().forecast(e.getForecastDate(), day(e, "statedDate")))
                        .with(new Slip(
                                e.getSlipDays(),
                                e.getSlipWorkingDays(),
                                Breach.valueOf(e.getBreach()),
                                text(e, "reason"),
                                e.getChain().stream()
                                        .limit(DRIVERS_SHOWN)
                                        .map(DrivingMilestone::getMilestoneId)
                                        .toList()));
            case BaselineApproved e ->
                picture -> picture.with(picture.days().baseline(e.getBaselineDate(), e.getForecastDate()))
                        .with(slip(picture, e.getSlipDays(), e.getSlipWorkingDays(), Breach.valueOf(e.getBreach())));
            case MilestoneWaived e ->
                picture -> picture.with(
                        picture.check().waived(new Waiver(e.getTrancheIds().size(), e.getExpires())));
            case MilestoneWaiverRevoked _ ->
                picture -> picture.with(picture.check().unwaived());
            case MilestoneSuperseded e -> picture -> picture.replacedBy(e.getSupersededBy());
            default -> picture -> picture;
        };
    }

    private static Slip slip(MilestonePicture picture, int days, int workingDays, Breach breach) {
        return new Slip(
                days,
                workingDays,
                breach,
                picture.slip().reason(),
                picture.slip().drivers());
    }

    private static List<UUID> predecessors(List<Predecessor> all) {
        return all.stream().map(Predecessor::getMilestoneId).toList();
    }

    private static List<Fact> evidence(EvidenceSubmitted e) {
        return e.getItems().stream()
                .<Fact>map(item -> new Fact.OfEvidence(
                        item.getEvidenceId(),
                        e.getMilestoneId(),
                        e.getProjectId(),
                        EvidenceKind.valueOf(item.getKind()),
                        item.getSha256(),
                        item.getSize(),
                        item.getMediaType(),
                        e.getHead().getRecordedAt()))
                .toList();
    }
}
