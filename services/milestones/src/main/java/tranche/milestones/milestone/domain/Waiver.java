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

    /** @param ids at least one, in the order in which they were asked for */
    public record OfTranches(List<UUID> ids) implements Reach {
        public OfTranches {
            ids = List.copyOf(ids);
            if (ids.isEmpty()) {
                throw new IllegalArgumentException("a waiver for no tranche");
            }
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

    /** The tranches that it names, once each, ascending by their text; none where it is for all. */
    public List<UUID> tranches() {
        return asked().stream()
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** The tranches as they were asked for, so that a caller is told which of them is wrong; none where it is for all. */
    List<UUID> asked() {
        return switch (reach) {
            case OfAll() -> List.of();
            case OfTranches(List<UUID> ids) -> ids;
        };
    }
}
