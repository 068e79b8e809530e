package tranche.commitments.forecast.domain;

import tranche.values.money.Money;

/**
 * Who is called.
 *
 * @param key names the commitment and settles ties (rule D-20)
 * @param committed what was signed
 * @param uncalled what can still be called of it
 */
public record Holder(String key, Money committed, Money uncalled) {}
