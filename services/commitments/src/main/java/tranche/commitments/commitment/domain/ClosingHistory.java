package tranche.commitments.commitment.domain;

import java.time.Instant;
import java.util.Optional;
import tranche.commitments.commitment.domain.ClosingEvent.Approved;
import tranche.commitments.commitment.domain.ClosingEvent.ClosingCancelled;
import tranche.commitments.commitment.domain.ClosingEvent.Effective;
import tranche.commitments.commitment.domain.ClosingEvent.Planned;
import tranche.values.register.Version;

/** What a closing is after each of its events. Total: what was recorded once can always be applied again. */
final class ClosingHistory {

    private ClosingHistory() {}

    static Closing after(FundBook book, ClosingEvent event, Instant recordedAt) {
        return switch (event) {
            case Planned planned -> planned(planned, recordedAt);
            case Approved approved -> moved(book, approved, recordedAt, ClosingState.APPROVED, Optional.empty());
            case Effective effective -> moved(book, effective, recordedAt, ClosingState.EFFECTIVE, Optional.empty());
            case ClosingCancelled cancelled ->
                moved(book, cancelled, recordedAt, ClosingState.CANCELLED, Optional.of(cancelled.reason()));
        };
    }

    private static Closing planned(Planned event, Instant recordedAt) {
        return new Closing(
                event.id(),
                event.programme(),
                event.fund(),
                event.kind(),
                event.date(),
                event.commitments(),
                ClosingState.PLANNED,
                Optional.empty(),
                event.by(),
                Version.first(event.effectiveDate(), recordedAt));
    }

    private static Closing moved(
            FundBook book, ClosingEvent event, Instant recordedAt, ClosingState state, Optional<String> reason) {
        Closing before = book.closings().get(event.id()).orElseThrow();
        return new Closing(
                before.id(),
                before.programme(),
                before.fund(),
                before.kind(),
                before.date(),
                before.commitments(),
                state,
                reason,
                before.maker(),
                before.version().next(event.effectiveDate(), recordedAt));
    }
}
