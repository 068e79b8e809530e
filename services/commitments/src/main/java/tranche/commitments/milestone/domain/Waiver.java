package tranche.commitments.milestone.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * That a milestone need not be met, once (domain §1). A milestone that is waived is not verified by that.
 *
 * @param ofAll whether it is waived for whatever is conditional on it
 * @param tranches those that it is waived for; none where it is for all, and only then
 * @param since day on which it was decided
 * @param expires last day on which it holds
 * @param event id of the event that told of it
 */
public record Waiver(boolean ofAll, Set<UUID> tranches, LocalDate since, LocalDate expires, UUID event) {

    public Waiver {
        tranches = Set.copyOf(tranches);
        if (ofAll != tranches.isEmpty()) {
            throw new IllegalArgumentException("a waiver is for all or for some tranches");
        }
    }

    public boolean isFor(UUID tranche) {
        return ofAll || tranches.contains(tranche);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(expires);
    }
}
