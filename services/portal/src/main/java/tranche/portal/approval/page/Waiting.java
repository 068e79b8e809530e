package tranche.portal.approval.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

/**
 * Something that waits for a person.
 *
 * @param kind what it is, as texts name it: {@code commitment}, {@code call}, or a proposed command
 * @param id of it; of a proposal, the proposal's own
 * @param name what it is called, where it has a name itself
 * @param subject what it is about, where it is called after that
 * @param day that it is of, where it is called after its day
 * @param scope of the fund that it belongs to, where that is told
 * @param by who made it, where that is told
 * @param since when it was made or last changed; of a proposal, unknown
 * @param until when it lapses
 * @param address of the page on which it is answered
 */
record Waiting(
        String kind,
        UUID id,
        Optional<String> name,
        Optional<Subject> subject,
        Optional<LocalDate> day,
        Optional<Money> amount,
        Optional<Scope> scope,
        Optional<UUID> by,
        Optional<Instant> since,
        Optional<Instant> until,
        String address) {

    /** The order of the queue: what lapses stands first, the soonest before the others, then what waits longest. */
    static final Comparator<Waiting> IN_ORDER = Comparator.comparing(
                    (Waiting one) -> one.until().orElse(Instant.MAX))
            .thenComparing(one -> one.since().orElse(Instant.MAX))
            .thenComparing(Waiting::address);

    /** What something is about, to be told by its name. */
    record Subject(Wanted.Kind kind, UUID id) {}
}
