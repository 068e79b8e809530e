package tranche.notifications.subject.events;

import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.CommitmentCancelled;
import tranche.commitments.CommitmentDraftEdited;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.CommitmentTransferred;
import tranche.commitments.FundCreated;
import tranche.commitments.InvestorChanged;
import tranche.commitments.InvestorRegistered;
import tranche.commitments.ProgrammeCreated;
import tranche.commitments.TrancheDrafted;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.ProjectChanged;
import tranche.milestones.ProjectRegistered;
import tranche.notifications.subject.domain.Held;
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

    /** The commitment that an event tells of, and whether its investor holds it then; empty where it tells of none. */
    public static Optional<Held> held(SpecificRecord event) {
        return switch (event) {
            case CommitmentDrafted e -> held(e.getHead(), e.getFundId(), e.getInvestorId(), true);
            case CommitmentDraftEdited e -> held(e.getHead(), e.getFundId(), e.getInvestorId(), true);
            case CommitmentTakenOn e -> held(e.getHead(), e.getFundId(), e.getInvestorId(), true);
            case CommitmentTransferReceived e -> held(e.getHead(), e.getFundId(), e.getInvestorId(), true);
            case CommitmentTransferred e ->
                held(
                        e.getHead(),
                        e.getFundId(),
                        e.getInvestorId(),
                        e.getAmount().getValue().signum() > 0);
            case CommitmentCancelled e -> held(e.getHead(), e.getFundId(), e.getInvestorId(), false);
            default -> Optional.empty();
        };
    }

    private static Optional<Held> held(Head head, UUID fund, UUID investor, boolean isHeld) {
        return Optional.of(new Held(head.getAggregateId(), fund, investor, isHeld));
    }
}
