package tranche.portal.receipt.domain;

import java.time.LocalDate;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * A line of an issued call that is not settled yet: what a receipt can be for.
 *
 * @param of the reference of its call
 * @param reference by which payers name it
 * @param open what is still to come for it
 */
public record OpenLine(UUID call, String of, LocalDate due, UUID line, UUID investor, String reference, Money open) {}
