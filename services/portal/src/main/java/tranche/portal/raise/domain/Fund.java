package tranche.portal.raise.domain;

import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * A fund with its totals, all in its own currency.
 *
 * @param indicated drafted and submitted
 * @param accepted accepted and not yet closed
 * @param committed closed
 * @param investors how many have a closed commitment
 * @param unverified whether its particulars come from outside and were not confirmed by its manager
 */
public record Fund(
        UUID id,
        UUID programme,
        String name,
        Optional<Money> cap,
        Money indicated,
        Money accepted,
        Money committed,
        Money called,
        Money paid,
        int investors,
        boolean unverified) {}
