package tranche.portal.raise.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * One line of what changed, with its effect in money.
 *
 * @param place rising in the order in which the portal learnt of the changes
 * @param at when the event was recorded
 * @param commitment the commitment that it is about
 * @param about the tranche, call or investment that it is about
 * @param tranche name of the tranche
 * @param subject name of the programme, fund or investor that it is about
 * @param fund name of the fund
 * @param amount what it moves, or what is committed after it
 * @param before what was committed before an amendment or a transfer
 * @param other name of the investor at the other end of a transfer, where the caller may know it
 * @param reason why, where a reason was asked for
 */
public record Change(
        long place,
        UUID event,
        ChangeKind kind,
        Instant at,
        Optional<UUID> programme,
        Optional<UUID> commitment,
        Optional<UUID> about,
        Optional<String> tranche,
        Optional<String> subject,
        Optional<String> fund,
        Optional<Money> amount,
        Optional<Money> before,
        Optional<String> other,
        Optional<String> reason) {

    /** Its effect in money: of an amendment the difference, of a transfer what went over, of all else its amount. */
    public Optional<Money> moved() {
        return switch (kind) {
            case COMMITMENT_AMENDED -> amount.flatMap(after -> before.map(after::minus));
            case COMMITMENT_TRANSFERRED -> amount.flatMap(left -> before.map(all -> all.minus(left)));
            default -> amount;
        };
    }
}
