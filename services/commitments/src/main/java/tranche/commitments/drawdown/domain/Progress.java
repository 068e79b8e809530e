package tranche.commitments.drawdown.domain;

import tranche.values.money.Money;

/**
 * How far the lines of a call are, kept so that a receipt for one of ten thousand need not look at the others.
 *
 * @param lines how many there are
 * @param settled how many of them are paid in full
 * @param late how many are overdue now
 * @param matched what has come in of all of them
 */
public record Progress(int lines, int settled, int late, Money matched) {

    static Progress none(int lines, Money total) {
        return new Progress(lines, 0, 0, Money.zero(total.currency()));
    }

    /** After one of the lines went from one standing to another. */
    Progress after(CallLine before, CallLine now) {
        return new Progress(
                lines,
                settled + (is(now, LineState.PAID) - is(before, LineState.PAID)),
                late + (is(now, LineState.OVERDUE) - is(before, LineState.OVERDUE)),
                matched.plus(now.matched()).minus(before.matched()));
    }

    private static int is(CallLine line, LineState state) {
        return line.state() == state ? 1 : 0;
    }

    /** The state of a call whose demand stands. */
    CallState state() {
        if (settled == lines) {
            return CallState.PAID;
        }
        if (late > 0) {
            return CallState.OVERDUE;
        }
        return matched.isZero() ? CallState.ISSUED : CallState.PART_PAID;
    }
}
