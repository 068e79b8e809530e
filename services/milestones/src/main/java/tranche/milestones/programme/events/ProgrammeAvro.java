package tranche.milestones.programme.events;

import java.time.ZoneId;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.CommitmentDraftEdited;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.FundCreated;
import tranche.commitments.ProgrammeCreated;
import tranche.milestones.programme.domain.Holding;
import tranche.milestones.programme.domain.Programme;
import tranche.milestones.programme.domain.ProgrammeId;

/** Programmes out of Avro records. */
public final class ProgrammeAvro {

    private ProgrammeAvro() {}

    /** The programme that an event tells of; empty where it tells of none. */
    public static Optional<Programme> programme(SpecificRecord event) {
        return event instanceof ProgrammeCreated created
                ? Optional.of(new Programme(new ProgrammeId(created.getProgrammeId()), ZoneId.of(created.getZone())))
                : Optional.empty();
    }

    /** The holding that an event tells of; empty where it tells of none. */
    public static Optional<Holding> holding(SpecificRecord event) {
        return switch (event) {
            case FundCreated e ->
                Optional.of(new Holding(new ProgrammeId(e.getProgrammeId()), e.getFundId(), Optional.empty()));
            case CommitmentDrafted e ->
                Optional.of(new Holding(
                        new ProgrammeId(e.getProgrammeId()), e.getFundId(), Optional.of(e.getInvestorId())));
            case CommitmentDraftEdited e ->
                Optional.of(new Holding(
                        new ProgrammeId(e.getProgrammeId()), e.getFundId(), Optional.of(e.getInvestorId())));
            case CommitmentTakenOn e ->
                Optional.of(new Holding(
                        new ProgrammeId(e.getProgrammeId()), e.getFundId(), Optional.of(e.getInvestorId())));
            default -> Optional.empty();
        };
    }
}
