package tranche.milestones.tranche.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.ConditionGroup;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCancelled;
import tranche.commitments.TrancheCondition;
import tranche.commitments.TrancheCreated;
import tranche.commitments.TrancheDrafted;
import tranche.commitments.TrancheReleased;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.tranche.domain.Tranche;
import tranche.milestones.tranche.domain.TrancheNews;
import tranche.milestones.tranche.domain.TrancheState;

/** Tranches out of Avro records. */
public final class TrancheAvro {

    private TrancheAvro() {}

    /** What an event tells of a tranche; empty where it tells nothing that milestones have to do with. */
    public static Optional<TrancheNews> news(SpecificRecord event) {
        return switch (event) {
            case TrancheDrafted e -> Optional.of(new TrancheNews.Drafted(drafted(e)));
            case TrancheCreated e -> Optional.of(new TrancheNews.Created(e.getTrancheId()));
            case TrancheAmended e ->
                Optional.of(new TrancheNews.Amended(e.getTrancheId(), milestones(e.getConditions())));
            case TrancheReleased e -> Optional.of(new TrancheNews.Released(e.getTrancheId()));
            case TrancheCancelled e -> Optional.of(new TrancheNews.Cancelled(e.getTrancheId()));
            default -> Optional.empty();
        };
    }

    private static Tranche drafted(TrancheDrafted e) {
        return new Tranche(
                e.getTrancheId(),
                new ProgrammeId(e.getProgrammeId()),
                e.getFundId(),
                e.getName(),
                TrancheState.DRAFT,
                milestones(e.getConditions()));
    }

    private static Set<UUID> milestones(List<ConditionGroup> conditions) {
        return conditions.stream()
                .flatMap(group -> group.getConditions().stream())
                .map(TrancheCondition::getMilestoneId)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
