package tranche.milestones.milestone.api;

import java.util.Optional;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.project.domain.Project;
import tranche.values.actor.Access;

/**
 * A milestone, and to whom it is shown.
 *
 * @param critical whether it is by the last run through its plan; empty before the first one, and as of another day
 * @param whole whether all of it is shown, and not only what is published (domain §10)
 */
record Shown(Milestone milestone, Optional<Boolean> critical, boolean whole) {

    static Shown to(Access access, Milestone milestone, Optional<Boolean> critical) {
        return new Shown(milestone, critical, access.holds(Project.READERS, milestone.scope()));
    }
}
