package tranche.milestones.milestone.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.milestone.store.MilestoneViews;
import tranche.values.actor.Access;
import tranche.values.register.AsOf;

/** Milestones, as a caller may see them. */
@Singleton
final class ShownMilestones {

    private final MilestoneViews milestones;

    ShownMilestones(MilestoneViews milestones) {
        this.milestones = milestones;
    }

    Optional<Shown> one(Access access, UUID id, AsOf asOf) {
        return milestones
                .one(access, id, asOf)
                .map(found -> shown(access, List.of(found), asOf).getFirst());
    }

    List<Shown> list(Access access, MilestoneViews.Filter filter, AsOf asOf, Optional<UUID> after, int limit) {
        return shown(access, milestones.list(access, filter, asOf, after, limit), asOf);
    }

    private List<Shown> shown(Access access, List<Milestone> found, AsOf asOf) {
        Map<MilestoneId, Boolean> critical = asOf.isNow()
                ? milestones.critical(found.stream().map(Milestone::id).toList())
                : Map.of();
        return found.stream()
                .map(milestone -> Shown.to(access, milestone, Optional.ofNullable(critical.get(milestone.id()))))
                .toList();
    }

    /**
     * What shows whoever gave a command the milestone right after it.
     *
     * <p>No command changes whether it is critical: only the next run through the plan does.
     */
    Function<Site, Shown> after(Access access, MilestoneId id) {
        Optional<Boolean> critical =
                Optional.ofNullable(milestones.critical(List.of(id)).get(id));
        return site -> Shown.to(access, site.milestones().get(id).orElseThrow(), critical);
    }
}
