package tranche.notifications.subject.events;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.CommitmentDraftEdited;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.ConditionGroup;
import tranche.commitments.FundCreated;
import tranche.commitments.InvestorChanged;
import tranche.commitments.InvestorRegistered;
import tranche.commitments.ProgrammeCreated;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCancelled;
import tranche.commitments.TrancheDrafted;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.ProjectChanged;
import tranche.milestones.ProjectRegistered;
import tranche.notifications.subject.domain.Gated;
import tranche.notifications.subject.domain.Holding;
import tranche.notifications.subject.domain.Located;
import tranche.notifications.subject.domain.Named;
import tranche.notifications.subject.domain.Place;

/** Names, places and holdings out of Avro records. */
public final class SubjectAvro {

    private SubjectAvro() {}

    /** What an event calls its object; empty where it tells no name. */
    public static Optional<Named> named(SpecificRecord event) {
        return switch (event) {
            case ProgrammeCreated e -> Optional.of(new Named(e.getProgrammeId(), e.getName()));
            case FundCreated e -> Optional.of(new Named(e.getFundId(), e.getName()));
            case InvestorRegistered e -> Optional.of(new Named(e.getInvestorId(), e.getName()));
            case InvestorChanged e -> Optional.of(new Named(e.getInvestorId(), e.getName()));
            case TrancheDrafted e -> Optional.of(new Named(e.getTrancheId(), e.getName()));
            case ProjectRegistered e -> Optional.of(new Named(e.getProjectId(), e.getName()));
            case ProjectChanged e -> Optional.of(new Named(e.getProjectId(), e.getName()));
            case MilestonePlanned e -> Optional.of(new Named(e.getMilestoneId(), e.getName()));
            default -> Optional.empty();
        };
    }

    /** Where what an event makes belongs; empty where one cannot ask about it. */
    public static Optional<Place> place(SpecificRecord event) {
        return switch (event) {
            case ProgrammeCreated e -> Optional.of(Place.programme(e.getProgrammeId()));
            case FundCreated e -> Optional.of(Place.fund(e.getProgrammeId(), e.getFundId()));
            case InvestorRegistered e -> Optional.of(Place.investor(e.getInvestorId()));
            case ProjectRegistered e -> Optional.of(Place.project(e.getProgrammeId(), e.getProjectId()));
            case MilestonePlanned e ->
                Optional.of(Place.milestone(e.getProgrammeId(), e.getProjectId(), e.getMilestoneId()));
            default -> Optional.empty();
        };
    }

    /** In which region an event says that a project is; empty where it says nothing of it. */
    public static Optional<Located> located(SpecificRecord event) {
        return switch (event) {
            case ProjectRegistered e ->
                Optional.of(
                        new Located(e.getProjectId(), e.getRegion(), e.getHead().getRecordedAt()));
            case ProjectChanged e ->
                Optional.of(
                        new Located(e.getProjectId(), e.getRegion(), e.getHead().getRecordedAt()));
            default -> Optional.empty();
        };
    }

    /** Upon which milestones an event says that a tranche is conditional; empty where it says nothing of it. */
    public static Optional<Gated> gated(SpecificRecord event) {
        return switch (event) {
            case TrancheDrafted e ->
                Optional.of(new Gated(e.getTrancheId(), e.getConditionVersion(), milestones(e.getConditions())));
            case TrancheAmended e ->
                Optional.of(new Gated(e.getTrancheId(), e.getConditionVersion(), milestones(e.getConditions())));
            case TrancheCancelled e -> Optional.of(Gated.givenUp(e.getTrancheId()));
            default -> Optional.empty();
        };
    }

    private static List<UUID> milestones(List<ConditionGroup> conditions) {
        return conditions.stream()
                .flatMap(group -> group.getConditions().stream())
                .flatMap(condition -> condition.getMilestoneId().stream())
                .toList();
    }

    /** The holding that an event tells of; empty where it tells of none. */
    public static Optional<Holding> holding(SpecificRecord event) {
        return switch (event) {
            case FundCreated e ->
                Optional.of(new Holding(
                        e.getProgrammeId(),
                        e.getFundId(),
                        Optional.empty(),
                        e.getHead().getRecordedAt()));
            case CommitmentDrafted e ->
                Optional.of(new Holding(
                        e.getProgrammeId(),
                        e.getFundId(),
                        Optional.of(e.getInvestorId()),
                        e.getHead().getRecordedAt()));
            case CommitmentDraftEdited e ->
                Optional.of(new Holding(
                        e.getProgrammeId(),
                        e.getFundId(),
                        Optional.of(e.getInvestorId()),
                        e.getHead().getRecordedAt()));
            case CommitmentTakenOn e ->
                Optional.of(new Holding(
                        e.getProgrammeId(),
                        e.getFundId(),
                        Optional.of(e.getInvestorId()),
                        e.getHead().getRecordedAt()));
            case CommitmentTransferReceived e ->
                Optional.of(new Holding(
                        e.getProgrammeId(),
                        e.getFundId(),
                        Optional.of(e.getInvestorId()),
                        e.getHead().getRecordedAt()));
            default -> Optional.empty();
        };
    }
}
