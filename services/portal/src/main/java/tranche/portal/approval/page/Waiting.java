package tranche.portal.approval.page;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * Something that waits for a person.
 *
 * @param kind what it is, as texts name it: {@code commitment}, {@code call}, or a proposed command
 * @param name what it is called, where it has a name
 * @param fund that it belongs to, where there is one
 * @param commitment that a proposal is about; empty for all else
 * @param by who made it, where that is told
 * @param since when it was made or last changed; of a proposal, unknown
 * @param until when it lapses
 * @param address of the page on which it is answered
 */
record Waiting(
        String kind,
        Optional<String> name,
        Optional<Money> amount,
        Optional<UUID> fund,
        Optional<UUID> commitment,
        Optional<UUID> by,
        Optional<Instant> since,
        Optional<Instant> until,
        String address) {

    /** The order of the queue: what lapses first, then what waits longest. */
    Instant rank() {
        return until.or(() -> since).orElse(Instant.MAX);
    }
}
