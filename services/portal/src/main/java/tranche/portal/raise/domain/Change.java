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
 * @param amount what it moves
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
        Optional<String> reason) {}
