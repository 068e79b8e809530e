package tranche.commitments.drawdown.domain;

import tranche.values.money.Money;

/** What of a receipt settles a line. */
public record Match(CallId call, CallLineId line, Money amount) {}
