package tranche.commitments.drawdown.domain;

import java.time.LocalDate;

/** What happened in a fund's drawdowns: to its tranches, to its calls, to what came in, and by these to what is drawn of its commitments. */
public sealed interface DrawdownEvent permits CallEvent, ReceiptEvent, TrancheEvent, CommitmentDrawn {

    /** From which day it holds. */
    LocalDate effectiveDate();
}
