package tranche.commitments.commitment.domain;

import java.time.LocalDate;

/** What happened in a fund's book: to its commitments and to its closings. */
public sealed interface BookEvent permits CommitmentEvent, ClosingEvent {

    /** From which day it holds. */
    LocalDate effectiveDate();
}
