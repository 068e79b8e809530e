package tranche.portal.raise.domain;

import tranche.values.money.Money;

/**
 * What investors of one kind have committed in one currency.
 *
 * @param called the called part of {@code committed}
 * @param investors how many investors of this kind have a closed commitment in this currency
 */
public record KindTotal(InvestorKind kind, Money committed, Money called, int investors) {}
