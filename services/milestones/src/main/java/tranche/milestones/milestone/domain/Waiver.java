package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * That a milestone need not be met, once (domain §1).
 *
 * @param reach what it is waived for
 * @param expires last day on which it holds: what is conditional on it then looks again, the milestone itself does not
 */
public record Waiver(Reach reach, LocalDate expires) {

    /** What a milestone is waived for. That it is for all is said, and never the same as naming none. */
    public sealed interface Reach {}

    /** Whatever is conditional on the milestone. */
    public record OfAll() implements Reach {}

    /** @param ids at least one; kept once each, ascending by their text */
    public record OfTranches(List<UUID> ids) implements Reach {
        public OfTranches {
            if (ids.isEmpty()) {
                throw new IllegalArgumentException("a waiver for no tranche");
            }
            ids = ids.stream()
                    .distinct()
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList();
        }
    }

    public static Waiver ofAll(LocalDate expires) {
        return new Waiver(new OfAll(), expires);
    }

    /** @throws IllegalArgumentException if there are none */
    public static Waiver ofTranches(List<UUID> ids, LocalDate expires) {
        return new Waiver(new OfTranches(ids), expires);
    }

    public boolean isOfAll() {
        return reach instanceof OfAll;
    }

    /** The tranches that it names; none where it is for all. */
    public List<UUID> tranches() {
        return switch (reach) {
            case OfAll() -> List.of();
            case OfTranches(List<UUID> ids) -> ids;
        };
    }
}
