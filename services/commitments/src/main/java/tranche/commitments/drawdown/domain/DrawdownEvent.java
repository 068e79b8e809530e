package tranche.commitments.drawdown.domain;

import java.time.LocalDate;

/** What happened in a fund's drawdowns: to its calls, to what came in, and by both to what is drawn of its commitments. */
public sealed interface DrawdownEvent permits CallEvent, ReceiptEvent, CommitmentDrawn {

    /** From which day it holds. */
    LocalDate effectiveDate();
}
