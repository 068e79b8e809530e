package tranche.commitments.drawdown.domain;

import tranche.values.actor.Actor;

/** What can be asked of a fund's drawdowns: of its tranches, of its calls and of what comes in. */
public sealed interface DrawdownCommand permits CallCommand, ReceiptCommand, TrancheCommand {

    Actor by();
}
