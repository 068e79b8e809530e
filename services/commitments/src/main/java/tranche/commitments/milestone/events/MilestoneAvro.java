package tranche.commitments.milestone.events;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.milestone.domain.Achievement;
import tranche.commitments.milestone.domain.Departure;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.commitments.milestone.domain.Outlook;
import tranche.commitments.milestone.domain.Site;
import tranche.commitments.milestone.domain.Waiver;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.milestones.BaselineApproved;
import tranche.milestones.DrivingMilestone;
import tranche.milestones.EvidenceSubmitted;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneClaimWithdrawn;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestoneForecastChanged;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.MilestoneRejected;
import tranche.milestones.MilestoneRemoved;
import tranche.milestones.MilestoneStarted;
import tranche.milestones.MilestoneSuperseded;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.milestones.MilestoneVerified;
import tranche.milestones.MilestoneWaived;
import tranche.milestones.MilestoneWaiverRevoked;
import tranche.milestones.ProjectChanged;
import tranche.milestones.ProjectRegistered;
import tranche.values.actor.Maker;
import tranche.values.country.Country;

/** Milestones and their sites out of Avro records. */
public final class MilestoneAvro {

    private MilestoneAvro() {}

    /** What an event tells of a milestone; empty where it tells nothing that money may hang on. */
    public static Optional<MilestoneNews> news(SpecificRecord event) {
        return Optional.ofNullable(
                switch (event) {
                    case MilestonePlanned e -> new MilestoneNews.Planned(planned(e));
                    case MilestoneStarted e -> moved(e.getMilestoneId(), e.getState());
                    case MilestoneClaimed e -> moved(e.getMilestoneId(), e.getState());
                    case EvidenceSubmitted e -> moved(e.getMilestoneId(), e.getState());
                    case MilestoneVerified e -> moved(e.getMilestoneId(), e.getState());
                    case MilestoneRejected e -> moved(e.getMilestoneId(), e.getState());
                    case MilestoneClaimWithdrawn e -> moved(e.getMilestoneId(), e.getState());
                    case MilestoneAchieved e ->
                        new MilestoneNews.Achieved(
                                id(e.getMilestoneId()), e.getState(), achievement(e), e.getSlipDays());
                    case MilestoneVerificationRevoked e ->
                        new MilestoneNews.Revoked(id(e.getMilestoneId()), e.getState());
                    case MilestoneForecastChanged e -> new MilestoneNews.Forecast(id(e.getMilestoneId()), outlook(e));
                    case BaselineApproved e ->
                        new MilestoneNews.Rebaselined(id(e.getMilestoneId()), e.getForecastDate(), e.getSlipDays());
                    case MilestoneWaived e -> new MilestoneNews.Waived(id(e.getMilestoneId()), e.getState(), waiver(e));
                    case MilestoneWaiverRevoked e ->
                        new MilestoneNews.WaiversRevoked(id(e.getMilestoneId()), e.getState());
                    case MilestoneRemoved e -> new MilestoneNews.Gone(id(e.getMilestoneId()), e.getState());
                    case MilestoneSuperseded e -> new MilestoneNews.Gone(id(e.getMilestoneId()), e.getState());
                    default -> null;
                });
    }

    /** The departure from the plan that an event tells of; empty where it tells of none. */
    public static Optional<Departure> departure(SpecificRecord event) {
        return switch (event) {
            case MilestoneRemoved e ->
                Optional.of(new Departure(
                        id(e.getMilestoneId()),
                        Optional.empty(),
                        new HashSet<>(e.getTrancheIds()),
                        e.getReason(),
                        e.getProposedBy(),
                        e.getHead().getActorId()));
            case MilestoneSuperseded e ->
                Optional.of(new Departure(
                        id(e.getMilestoneId()),
                        Optional.of(id(e.getSupersededBy())),
                        new HashSet<>(e.getTrancheIds()),
                        e.getReason(),
                        e.getProposedBy(),
                        e.getHead().getActorId()));
            default -> Optional.empty();
        };
    }

    /** The site that an event tells of; empty where it tells of none. */
    public static Optional<Site> site(SpecificRecord event) {
        return switch (event) {
            case ProjectRegistered e ->
                Optional.of(site(e.getProjectId(), e.getProgrammeId(), e.getName(), e.getCountry(), e.getRegion()));
            case ProjectChanged e ->
                Optional.of(site(e.getProjectId(), e.getProgrammeId(), e.getName(), e.getCountry(), e.getRegion()));
            default -> Optional.empty();
        };
    }

    private static Site site(UUID project, UUID programme, String name, String country, String region) {
        return new Site(project, new ProgrammeId(programme), Optional.of(name), new Country(country), region);
    }

    private static MilestoneId id(UUID value) {
        return new MilestoneId(value);
    }

    private static MilestoneNews moved(UUID id, String state) {
        return new MilestoneNews.Moved(id(id), state);
    }

    private static Milestone planned(MilestonePlanned e) {
        return new Milestone(
                id(e.getMilestoneId()),
                new ProgrammeId(e.getProgrammeId()),
                e.getProjectId(),
                e.getName(),
                e.getState(),
                new Outlook(
                        e.getForecastDate(),
                        e.getSlipDays(),
                        Optional.empty(),
                        List.of(),
                        e.getHead().getEventId()),
                Optional.empty(),
                List.of(),
                false);
    }

    private static Achievement achievement(MilestoneAchieved e) {
        return new Achievement(
                e.getAchievedDate(),
                e.getHead().getEffectiveDate(),
                e.getVerifiers().stream()
                        .map(one -> new Maker(one.getAccountId(), one.getPersonId()))
                        .collect(Collectors.toSet()),
                e.getEvidence(),
                e.getHead().getEventId());
    }

    private static Outlook outlook(MilestoneForecastChanged e) {
        return new Outlook(
                e.getForecastDate(),
                e.getSlipDays(),
                e.getReason(),
                e.getChain().stream().map(MilestoneAvro::driver).toList(),
                e.getHead().getEventId());
    }

    private static Outlook.Driver driver(DrivingMilestone driving) {
        return new Outlook.Driver(id(driving.getMilestoneId()), driving.getSlipDays());
    }

    private static Waiver waiver(MilestoneWaived e) {
        return new Waiver(
                e.getOfAll(),
                new HashSet<>(e.getTrancheIds()),
                e.getHead().getEffectiveDate(),
                e.getExpires(),
                e.getHead().getEventId());
    }
}
