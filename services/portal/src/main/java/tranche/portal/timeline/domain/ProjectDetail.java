package tranche.portal.timeline.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Access;

/**
 * One project with its milestones and its history, cut to what the caller may see: whoever works on it sees all of it,
 * investors and stakeholders what is published, which names nobody.
 */
public interface ProjectDetail {

    /** The project; empty where there is none or the caller may not see it. */
    Optional<Project> of(Access access, UUID project);

    /**
     * Its milestones in the order of their baselines, a page of them.
     *
     * @param number from 1; empty for the page on which the next milestone stands
     */
    MilestonePage milestones(Access access, UUID project, Optional<Integer> number);

    /** Names of milestones, also of other projects that the caller may see. */
    Map<UUID, String> names(Access access, Set<UUID> milestones);

    /** What happened, the newest first, at most {@code limit}. */
    List<TimelineStep> steps(Access access, UUID project, int limit);

    /** One milestone; empty where there is none or the caller may not see it. */
    Optional<Milestone> milestone(Access access, UUID milestone);

    /** What happened to a milestone, the newest first, at most {@code limit}. */
    List<TimelineStep> stepsOf(Access access, UUID milestone, int limit);

    /** All milestones of a project as points of its plan, in the order of their days. */
    List<Outline> outline(Access access, UUID project);

    /** Milestones that others hang on, in the order given, without those that the caller may not see. */
    List<Linked> linked(Access access, List<UUID> milestones);

    /** What comes right after a milestone in whatever project the caller may see, in the order of its days. */
    List<Linked> followers(Access access, UUID milestone);

    /**
     * A milestone that another one hangs on, or that hangs on it.
     *
     * @param slip later than its baseline in days; below zero, earlier
     * @param reason why, as the site says
     */
    record Linked(UUID milestone, String name, UUID project, String projectName, int slip, Optional<String> reason) {}

    /** The place of the last change of the project; 0 where the caller may not see it. */
    long lastPlace(Access access, UUID project);

    /** A page of milestones, of so many pages. */
    record MilestonePage(List<Milestone> milestones, int number, int pages) {
        public MilestonePage {
            milestones = List.copyOf(milestones);
        }
    }
}
