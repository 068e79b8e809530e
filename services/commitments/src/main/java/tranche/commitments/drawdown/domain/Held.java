package tranche.commitments.drawdown.domain;

import tranche.commitments.investor.domain.InvestorId;
import tranche.values.money.Money;

/** What of a receipt is held for an investor, until it is applied to a line or goes back. */
public record Held(InvestorId investor, Money amount) {}
