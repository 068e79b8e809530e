package tranche.commitments.commitment.domain;

import tranche.values.money.Money;

/**
 * A part of a commitment, with its share of what has happened to it.
 *
 * @param amount what is committed by it
 * @param drawn of what was called, paid, restored and distributed
 * @param drawnBefore of what of that had happened elsewhere, before the position was taken on; nothing where it was not
 */
public record Portion(Money amount, Drawn drawn, Drawn drawnBefore) {

    /** What can still be called of it. */
    Money uncalled() {
        return drawn.uncalledOf(amount);
    }

    /** What was called here, and so is booked as contributed in this fund's ledger. */
    Money contributedHere() {
        return drawn.called().minus(drawnBefore.called());
    }
}
