package tranche.portal.raise.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * A capital call in sum, as its events have left it: what each investor owes is read where it is owned.
 *
 * @param tranche that it releases; empty where a person called without one
 * @param open what is still to come of it; of a draft, all
 */
public record CallPicture(
        UUID id,
        UUID programme,
        UUID fund,
        Optional<UUID> tranche,
        String reference,
        Money total,
        Money open,
        LocalDate due,
        CallStage stage) {

    public CallPicture moved(CallStage to) {
        return new CallPicture(id, programme, fund, tranche, reference, total, open, due, to);
    }

    /** After something came in, or went back where it is negative. */
    public CallPicture paid(Money amount, CallStage to) {
        return new CallPicture(id, programme, fund, tranche, reference, total, open.minus(amount), due, to);
    }
}
