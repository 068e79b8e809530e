package tranche.milestones.tranche.domain;

import java.util.Set;
import java.util.UUID;

/** What is told of a tranche, as far as milestones have to do with it. */
public sealed interface TrancheNews {

    UUID id();

    /** @param tranche as it was drafted */
    record Drafted(Tranche tranche) implements TrancheNews {
        @Override
        public UUID id() {
            return tranche.id();
        }
    }

    /** A second person approved it. */
    record Created(UUID id) implements TrancheNews {}

    /** @param milestones that its new conditions name */
    record Amended(UUID id, Set<UUID> milestones) implements TrancheNews {
        public Amended {
            milestones = Set.copyOf(milestones);
        }
    }

    record Released(UUID id) implements TrancheNews {}

    record Cancelled(UUID id) implements TrancheNews {}
}
