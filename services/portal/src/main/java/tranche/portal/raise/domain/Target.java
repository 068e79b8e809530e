package tranche.portal.raise.domain;

import java.time.LocalDate;
import java.util.Optional;
import tranche.values.money.Money;

/**
 * What a programme is said to raise: a claim with its source and date, never a promise of the product.
 *
 * @param by day by which it shall be reached
 * @param source who said so; empty where nobody is named
 * @param claimed the day from which the claim holds
 */
public record Target(Money amount, Optional<LocalDate> by, Optional<String> source, LocalDate claimed) {}
