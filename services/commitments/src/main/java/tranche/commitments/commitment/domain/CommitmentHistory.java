package tranche.commitments.commitment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.commitment.domain.CommitmentEvent.Accepted;
import tranche.commitments.commitment.domain.CommitmentEvent.Amended;
import tranche.commitments.commitment.domain.CommitmentEvent.Cancelled;
import tranche.commitments.commitment.domain.CommitmentEvent.Closed;
import tranche.commitments.commitment.domain.CommitmentEvent.DraftEdited;
import tranche.commitments.commitment.domain.CommitmentEvent.Drafted;
import tranche.commitments.commitment.domain.CommitmentEvent.Returned;
import tranche.commitments.commitment.domain.CommitmentEvent.Submitted;
import tranche.commitments.commitment.domain.CommitmentEvent.TakeOnDrafted;
import tranche.commitments.commitment.domain.CommitmentEvent.TakenOn;
import tranche.commitments.commitment.domain.CommitmentEvent.TransferReceived;
import tranche.commitments.commitment.domain.CommitmentEvent.Transferred;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.actor.Scope;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.Version;

/** What a commitment is after each of its events. Total: what was recorded once can always be applied again. */
final class CommitmentHistory {

    private CommitmentHistory() {}

    static FundBook after(FundBook book, CommitmentEvent event, Instant recordedAt) {
        return switch (event) {
            case Drafted drafted ->
                remembered(book.with(drafted(drafted, recordedAt)), drafted.id(), drafted.foreign(), drafted.payload());
            case TakeOnDrafted drafted ->
                remembered(
                        book.with(toBeTakenOn(drafted, recordedAt)),
                        drafted.id(),
                        drafted.foreign(),
                        drafted.payload());
            case DraftEdited edited -> book.with(edited(before(book, edited), edited, recordedAt));
            case Submitted submitted -> book.with(submitted(before(book, submitted), submitted, recordedAt));
            case Returned returned -> book.with(returned(before(book, returned), returned, recordedAt));
            case Accepted accepted -> {
                Commitment before = before(book, accepted);
                yield book.with(accepted(before, accepted, recordedAt))
                        .with(book.total().accept(before.amount()));
            }
            case Closed closed -> {
                Commitment before = before(book, closed);
                yield book.with(closed(before, closed, recordedAt))
                        .with(book.total().close(before.amount()));
            }
            case Amended amended -> {
                Commitment before = before(book, amended);
                yield book.with(TransferHistory.amended(before, amended, recordedAt))
                        .with(book.total().amend(amended.before(), amended.amount()));
            }
            case Transferred transferred ->
                book.with(TransferHistory.given(before(book, transferred), transferred, recordedAt));
            case TransferReceived received -> {
                Commitment giver = book.commitments().get(received.from()).orElseThrow();
                yield book.with(TransferHistory.received(giver, received, recordedAt));
            }
            case Cancelled cancelled -> {
                Commitment before = before(book, cancelled);
                FundBook after = book.with(cancelled(before, cancelled, recordedAt));
                yield before.state() == CommitmentState.ACCEPTED
                        ? after.with(book.total().cancelAccepted(before.amount()))
                        : after;
            }
            case TakenOn taken -> {
                Commitment before = before(book, taken);
                yield book.with(takenOn(before, taken, recordedAt))
                        .with(book.total().takeOn(before.amount()));
            }
        };
    }

    private static Commitment before(FundBook book, CommitmentEvent event) {
        return book.commitments().get(event.id()).orElseThrow();
    }

    private static FundBook remembered(
            FundBook book, CommitmentId id, Optional<ForeignIdentity> foreign, ContentHash payload) {
        Scope scope = book.commitments().get(id).orElseThrow().scope();
        return foreign.map(identity -> book.with(identity, new Known<>(id.value(), scope, payload)))
                .orElse(book);
    }

    private static Commitment drafted(Drafted event, Instant recordedAt) {
        return new Commitment(
                event.id(),
                event.programme(),
                event.fund(),
                event.investor(),
                CommitmentState.DRAFT,
                event.amount(),
                event.effectiveDate(),
                event.precision(),
                Drawn.nothing(event.amount().currency()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                event.foreign(),
                Transfers.NONE,
                Set.of(event.by()),
                Version.first(event.effectiveDate(), recordedAt));
    }

    private static Commitment toBeTakenOn(TakeOnDrafted event, Instant recordedAt) {
        return new Commitment(
                event.id(),
                event.programme(),
                event.fund(),
                event.investor(),
                CommitmentState.DRAFT,
                event.amount(),
                event.effectiveDate(),
                event.opening().precision(),
                Drawn.nothing(event.amount().currency()),
                Optional.empty(),
                Optional.of(event.opening()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                event.foreign(),
                Transfers.NONE,
                Set.of(event.by()),
                Version.first(event.effectiveDate(), recordedAt));
    }

    private static Commitment edited(Commitment before, DraftEdited event, Instant recordedAt) {
        return new Commitment(
                before.id(),
                before.programme(),
                before.fund(),
                before.investor(),
                before.state(),
                event.amount(),
                event.effectiveDate(),
                event.precision(),
                before.drawn(),
                before.evidence(),
                before.opening(),
                before.closingDate(),
                before.closing(),
                before.reason(),
                before.foreign(),
                before.transfers(),
                madeAlsoBy(before, event.by()),
                before.version().next(event.effectiveDate(), recordedAt));
    }

    /** Whoever hands in the evidence makes part of the content, and so does not accept it. */
    private static Commitment submitted(Commitment before, Submitted event, Instant recordedAt) {
        return new Commitment(
                before.id(),
                before.programme(),
                before.fund(),
                before.investor(),
                CommitmentState.SUBMITTED,
                before.amount(),
                before.dated(),
                before.precision(),
                before.drawn(),
                Optional.of(event.evidence()),
                before.opening(),
                before.closingDate(),
                before.closing(),
                Optional.empty(),
                before.foreign(),
                before.transfers(),
                madeAlsoBy(before, event.by()),
                before.version().next(event.effectiveDate(), recordedAt));
    }

    private static Commitment returned(Commitment before, Returned event, Instant recordedAt) {
        return moved(
                before,
                CommitmentState.DRAFT,
                before.drawn(),
                before.closingDate(),
                before.closing(),
                Optional.of(event.reason()),
                before.version().next(event.effectiveDate(), recordedAt));
    }

    private static Commitment accepted(Commitment before, Accepted event, Instant recordedAt) {
        return moved(
                before,
                CommitmentState.ACCEPTED,
                before.drawn(),
                Optional.of(event.closingDate()),
                before.closing(),
                before.reason(),
                before.version().next(event.effectiveDate(), recordedAt));
    }

    private static Commitment closed(Commitment before, Closed event, Instant recordedAt) {
        return moved(
                before,
                CommitmentState.CLOSED,
                before.drawn(),
                Optional.of(event.effectiveDate()),
                Optional.of(event.closing()),
                before.reason(),
                before.version().next(event.effectiveDate(), recordedAt));
    }

    private static Commitment cancelled(Commitment before, Cancelled event, Instant recordedAt) {
        return moved(
                before,
                CommitmentState.CANCELLED,
                before.drawn(),
                before.closingDate(),
                before.closing(),
                Optional.of(event.reason()),
                before.version().next(event.effectiveDate(), recordedAt));
    }

    private static Commitment takenOn(Commitment before, TakenOn event, Instant recordedAt) {
        LocalDate asOf = event.effectiveDate();
        return moved(
                before,
                CommitmentState.CLOSED,
                before.opening().orElseThrow().drawn(),
                Optional.of(asOf),
                before.closing(),
                before.reason(),
                before.version().next(asOf, recordedAt));
    }

    private static Commitment moved(
            Commitment before,
            CommitmentState state,
            Drawn drawn,
            Optional<LocalDate> closingDate,
            Optional<ClosingId> closing,
            Optional<String> reason,
            Version version) {
        return new Commitment(
                before.id(),
                before.programme(),
                before.fund(),
                before.investor(),
                state,
                before.amount(),
                before.dated(),
                before.precision(),
                drawn,
                before.evidence(),
                before.opening(),
                closingDate,
                closing,
                reason,
                before.foreign(),
                before.transfers(),
                before.makers(),
                version);
    }

    private static Set<Maker> madeAlsoBy(Commitment before, Maker maker) {
        Set<Maker> makers = new HashSet<>(before.makers());
        makers.add(maker);
        return makers;
    }
}
