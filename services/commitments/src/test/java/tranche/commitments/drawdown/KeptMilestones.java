package tranche.commitments.drawdown;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.Outlook;
import tranche.commitments.milestone.store.MilestoneRows;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.Flow;

/** Milestones as if their service had told of them. */
record KeptMilestones(CommitmentsProcess service) {

    /** One that is not reached. */
    Milestone planned(UUID programme) {
        return kept(new Milestone(
                new MilestoneId(UUID.randomUUID()),
                new ProgrammeId(programme),
                UUID.randomUUID(),
                "Shell complete",
                "PLANNED",
                new Outlook(CallDesk.today().plusDays(30), 0, Optional.empty(), List.of(), UUID.randomUUID()),
                Optional.empty(),
                List.of(),
                false));
    }

    Milestone kept(Milestone milestone) {
        return service.bean(Flow.class).writers().together(transaction -> {
            MilestoneRows.save(transaction.connection(), List.of(milestone));
            return milestone;
        });
    }
}
