package tranche.portal.raise.domain;

import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Currency;

/**
 * A programme as it is named and switched between.
 *
 * @param headline the currency that leads the page; other currencies stand beside it and are never added (rule D-14)
 * @param sample whether all of it is made up, which every page then says
 */
public record Programme(
        UUID id, String name, Currency headline, Optional<Target> target, boolean sample, int funds, int investors) {}
