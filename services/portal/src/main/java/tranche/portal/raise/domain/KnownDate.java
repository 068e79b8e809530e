package tranche.portal.raise.domain;

import java.time.LocalDate;

/**
 * A day as exactly as it is known.
 *
 * @param day the first day of the month, quarter or year where it is known to no more
 */
public record KnownDate(LocalDate day, DatePrecision precision) {}
