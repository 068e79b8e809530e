package tranche.commitments.drawdown.domain;

import tranche.values.money.Money;
import tranche.values.money.Reckoning;

/**
 * What a line bears of one component.
 *
 * @param reckoning how the amount came about, for whoever asks why
 */
public record Share(ComponentType type, Money amount, Reckoning reckoning) {}
