package tranche.portal.raise.domain;

import java.time.LocalDate;
import tranche.values.money.Money;

/**
 * What is to be called in a quarter with the same certainty.
 *
 * @param quarter by its first day; what is overdue counts in the present one
 */
public record Expectation(LocalDate quarter, Certainty certainty, Money amount) {}
