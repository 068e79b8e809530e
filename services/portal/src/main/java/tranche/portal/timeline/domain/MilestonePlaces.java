package tranche.portal.timeline.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Access;

/** Milestones by name with their projects, cut to what the caller may see. */
public interface MilestonePlaces {

    /** Those that are known and that the caller may see. */
    Map<UUID, Place> of(Access access, Collection<UUID> milestones);

    /**
     * A milestone and where it stands.
     *
     * @param achieved the day on which it was reached; empty where it was not
     */
    record Place(UUID milestone, String name, UUID project, String projectName, Optional<LocalDate> achieved) {

        /** The address of its part of the project's page. */
        public String address() {
            return "/projects/" + project + "#m-" + milestone;
        }

        /** The address of its own page, with its claim, what shows that it is reached, and what was found. */
        public String page() {
            return "/milestones/" + milestone;
        }
    }
}
