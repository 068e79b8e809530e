package tranche.portal.drawdown.domain;

import java.util.UUID;
import tranche.values.money.Money;

/**
 * What a call demands of an investor.
 *
 * @param open what is still to come; nothing before the call is issued
 * @param reference by which the payer names it
 */
public record CallLine(
        UUID id, UUID investor, Money amount, Money paid, Money open, CallState state, String reference) {}
