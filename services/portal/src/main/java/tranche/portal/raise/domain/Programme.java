package tranche.portal.raise.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * A programme as it is named and switched between.
 *
 * @param headline the currency that leads the page; other currencies stand beside it and are never added (rule D-14)
 * @param committed what closed commitments come to, the headline currency first and always there
 * @param funds all that it has; {@code investors} those with a closed commitment
 * @param sample whether all of it is made up, which every page then says
 */
public record Programme(
        UUID id,
        String name,
        Currency headline,
        Optional<Target> target,
        List<Money> committed,
        int funds,
        int investors,
        boolean sample) {

    public Programme {
        committed = List.copyOf(committed);
    }
}
