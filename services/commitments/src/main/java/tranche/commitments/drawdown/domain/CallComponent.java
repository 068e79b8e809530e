package tranche.commitments.drawdown.domain;

import tranche.values.money.Money;

/** A part of a call, shared among the investors by itself. */
public record CallComponent(ComponentType type, Money amount) {}
