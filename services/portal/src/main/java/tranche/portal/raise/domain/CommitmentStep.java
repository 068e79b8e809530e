package tranche.portal.raise.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * One step in the life of a commitment: an event and what it left behind.
 *
 * @param event id of the event
 * @param type the event's full name, for instance {@code tranche.commitments.CommitmentAccepted}
 * @param sequence its place in the fund's chain of events
 * @param version the commitment's version after it, from 1
 * @param effective the day from which it holds
 * @param recorded when it was recorded
 * @param actor account that acted; the nil id is the product itself
 * @param actorName how the person behind the account is called; empty where the caller may not know
 * @param amount the commitment's amount after it
 * @param before its amount before an amendment or a transfer; empty for all else
 * @param other the commitment at the other end of a transfer; empty for all else, and where the caller may not see it
 * @param reason why, where a reason was asked for
 * @param hash of the event in the chain, hex; empty where the portal has not learnt it
 */
public record CommitmentStep(
        UUID event,
        ChangeKind kind,
        String type,
        long sequence,
        long version,
        LocalDate effective,
        Instant recorded,
        UUID actor,
        Optional<String> actorName,
        CommitmentState state,
        Money amount,
        Optional<Money> before,
        Optional<Other> other,
        Optional<String> reason,
        Optional<String> hash) {

    /** Another commitment, by the name of its investor. */
    public record Other(UUID commitment, String investor) {}
}
