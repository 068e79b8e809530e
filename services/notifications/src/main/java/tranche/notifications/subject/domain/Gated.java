package tranche.notifications.subject.domain;

import java.util.List;
import java.util.UUID;

/**
 * A tranche that is conditional on milestones.
 *
 * @param version number of the version of conditions, from 1
 * @param milestones that the version names, none twice; may be empty
 */
public record Gated(UUID tranche, int version, List<UUID> milestones) {

    public Gated {
        milestones = milestones.stream().distinct().toList();
    }

    /** One that waits for nothing any more: no version comes after that. */
    public static Gated givenUp(UUID tranche) {
        return new Gated(tranche, Integer.MAX_VALUE, List.of());
    }
}
