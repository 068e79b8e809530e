package tranche.portal.raise.domain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * The raise of a programme in one currency, from what is indicated to what is verifiably built (domain §11.1). Each step
 * is its own number and none is inferred from another; all are of the same currency.
 *
 * @param indicated drafted and submitted commitments: interest, never added to what is committed
 * @param accepted accepted and not yet closed
 * @param committed closed
 * @param called called so far
 * @param paid received of what was called
 * @param invested put into projects
 * @param verified released by tranches whose milestones are all verified (rule D-44)
 * @param withoutMilestone released by tranches whose conditions named no milestone
 * @param byWaiver released by tranches with a waived milestone that is not verified
 * @param defaulted committed by investors in default, apart from {@code committed}
 */
public record Ladder(
        Money indicated,
        Money accepted,
        Money committed,
        Money called,
        Money paid,
        Money invested,
        Money verified,
        Money withoutMilestone,
        Money byWaiver,
        Money defaulted) {

    public Ladder {
        Currency currency = committed.currency();
        if (Stream.of(indicated, accepted, called, paid, invested, verified, withoutMilestone, byWaiver, defaulted)
                .anyMatch(step -> !step.currency().equals(currency))) {
            throw new IllegalArgumentException("D-14: a ladder is of one currency");
        }
    }

    /** A ladder on which nothing stands yet. */
    public static Ladder empty(Currency currency) {
        Money zero = Money.zero(currency);
        return new Ladder(zero, zero, zero, zero, zero, zero, zero, zero, zero, zero);
    }

    /** Both together, step by step. */
    public Ladder with(Ladder other) {
        return new Ladder(
                indicated.plus(other.indicated),
                accepted.plus(other.accepted),
                committed.plus(other.committed),
                called.plus(other.called),
                paid.plus(other.paid),
                invested.plus(other.invested),
                verified.plus(other.verified),
                withoutMilestone.plus(other.withoutMilestone),
                byWaiver.plus(other.byWaiver),
                defaulted.plus(other.defaulted));
    }

    public Currency currency() {
        return committed.currency();
    }

    /** Whether every step is zero. */
    public boolean isEmpty() {
        return Stream.of(indicated, accepted, committed, called, paid, invested, verified, defaulted)
                .allMatch(Money::isZero);
    }

    /** The ladders with the headline currency first and the others by code. */
    public static List<Ladder> inOrder(List<Ladder> ladders, Currency headline) {
        return ladders.stream()
                .sorted(Comparator.<Ladder, Boolean>comparing(
                                ladder -> !ladder.currency().equals(headline))
                        .thenComparing(Ladder::currency))
                .toList();
    }
}
