package tranche.portal.timeline.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * Which projects a list holds: those for which every given part holds.
 *
 * @param country ISO 3166-1 code
 * @param text part of the name or the region, in any case
 */
public record ProjectFilter(
        Optional<UUID> programme,
        Optional<ProjectKind> kind,
        Optional<String> country,
        Optional<Standing> standing,
        Optional<String> text) {

    /** All that the caller may see. */
    public static final ProjectFilter ALL =
            new ProjectFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isEmpty() {
        return equals(ALL);
    }
}
