package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * That a milestone need not be met, once (domain §1).
 *
 * @param tranches that it is waived for, ascending by their text; empty for all of them
 * @param expires last day on which it holds: what is conditional on it then looks again, the milestone itself does not
 */
public record Waiver(List<UUID> tranches, LocalDate expires) {

    public Waiver {
        tranches = tranches.stream()
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    public boolean isOfAll() {
        return tranches.isEmpty();
    }
}
