package tranche.notifications.subject.events;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.CommitmentDraftEdited;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.FundCreated;
import tranche.commitments.InvestorChanged;
import tranche.commitments.InvestorRegistered;
import tranche.commitments.ProgrammeCreated;
import tranche.commitments.TrancheDrafted;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.ProjectChanged;
import tranche.milestones.ProjectRegistered;
import tranche.notifications.subject.domain.Holding;
import tranche.notifications.subject.domain.Named;

/** Names and holdings out of Avro records. */
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
            default -> Optional.empty();
        };
    }
}
