package tranche.commitments.commitment.domain;

import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_TOO_GREAT;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CLOSING_DATE_MISSING;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CONTENT_CHANGED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FUND_HAS_CALLED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.REASON_MISSING;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.commitment.domain.CommitmentCommand.Accept;
import tranche.commitments.commitment.domain.CommitmentCommand.ApproveTakeOn;
import tranche.commitments.commitment.domain.CommitmentCommand.Cancel;
import tranche.commitments.commitment.domain.CommitmentCommand.Return;
import tranche.commitments.commitment.domain.CommitmentEvent.Accepted;
import tranche.commitments.commitment.domain.CommitmentEvent.Cancelled;
import tranche.commitments.commitment.domain.CommitmentEvent.Returned;
import tranche.commitments.commitment.domain.CommitmentEvent.TakenOn;
import tranche.values.actor.ContentHash;
import tranche.values.actor.FourEyes;
import tranche.values.decision.Decision;

/** How a commitment is accepted, sent back, given up or taken on: the checker's half of domain §2.1. */
record Acceptance(FundBook book, Instant now) {

    Decision<BookEvent> sendBack(Return back) {
        Optional<Commitment> found = book.commitments().get(back.id());
        var refusal = Gate.<BookEvent>refusal(found, Step.RETURN, back.by(), back.ifMatch())
                .or(() -> Dates.refusal(book, found.orElseThrow().version(), back.effectiveDate(), now));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (back.reason().isBlank()) {
            return refused(REASON_MISSING);
        }
        return accepted(new Returned(
                back.id(),
                back.reason(),
                Dates.effective(book, found.orElseThrow().version(), back.effectiveDate(), now)));
    }

    Decision<BookEvent> accept(Accept accept) {
        Optional<Commitment> found = book.commitments().get(accept.id());
        var admission = new Admission(book, now);
        var refusal = Gate.<BookEvent>refusal(found, Step.ACCEPT, accept.by(), accept.ifMatch())
                .or(() -> contentChanged(found.orElseThrow(), accept.content()))
                .or(() -> Dates.refusal(book, found.orElseThrow().version(), accept.effectiveDate(), now))
                .or(() -> admission.notCleared(found.orElseThrow().investor()))
                .or(() -> admission.capExceeded(found.orElseThrow().amount()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (accept.closingDate().isEmpty()) {
            return refused(CLOSING_DATE_MISSING);
        }
        if (!book.total().canHold(found.orElseThrow().amount())) {
            return refused(AMOUNT_TOO_GREAT);
        }
        return accepted(new Accepted(
                accept.id(),
                accept.closingDate().get(),
                Dates.effective(book, found.orElseThrow().version(), accept.effectiveDate(), now)));
    }

    Decision<BookEvent> cancel(Cancel cancel) {
        Optional<Commitment> found = book.commitments().get(cancel.id());
        var refusal = Gate.<BookEvent>refusal(found, Step.CANCEL, cancel.by(), cancel.ifMatch())
                .or(() -> Dates.refusal(book, found.orElseThrow().version(), cancel.effectiveDate(), now));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (cancel.reason().isBlank()) {
            return refused(REASON_MISSING);
        }
        Commitment commitment = found.orElseThrow();
        return accepted(new Cancelled(
                cancel.id(),
                commitment.state(),
                cancel.reason(),
                Dates.effective(book, commitment.version(), cancel.effectiveDate(), now)));
    }

    /** A position that exists elsewhere is a fact: it uses the cap up, and no cap refuses it (domain §2.1). */
    Decision<BookEvent> approveTakeOn(ApproveTakeOn approve) {
        Optional<Commitment> found = book.commitments().get(approve.id());
        var refusal = Gate.<BookEvent>refusal(found, Step.APPROVE_TAKE_ON, approve.by(), approve.ifMatch())
                .or(() -> contentChanged(found.orElseThrow(), approve.content()))
                .or(() -> afterFirstCall(book));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Commitment position = found.orElseThrow();
        if (!book.total().canHold(position.amount())) {
            return refused(AMOUNT_TOO_GREAT);
        }
        return accepted(
                new TakenOn(approve.id(), position.opening().orElseThrow().asOf()));
    }

    /** What others have paid of a call here would not be asked of a position that comes in with its own history (§2.1). */
    static Optional<Decision<BookEvent>> afterFirstCall(FundBook book) {
        return book.total().called() ? Optional.of(refused(FUND_HAS_CALLED)) : Optional.empty();
    }

    private static Optional<Decision<BookEvent>> contentChanged(Commitment commitment, Optional<ContentHash> seen) {
        FourEyes present = commitment.fourEyes();
        return seen.filter(hash -> !present.isOf(hash))
                .map(_ -> refused(
                        CONTENT_CHANGED, Map.of("contentHash", present.content().hex())));
    }
}
