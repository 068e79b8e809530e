package tranche.commitments.commitment.events;

import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.ClosingApproved;
import tranche.commitments.ClosingCancelled;
import tranche.commitments.ClosingEffective;
import tranche.commitments.ClosingPlanned;
import tranche.commitments.CommitmentAccepted;
import tranche.commitments.CommitmentCancelled;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentDraftEdited;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentReturned;
import tranche.commitments.CommitmentSubmitted;
import tranche.commitments.CommitmentTakeOnDrafted;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.commitment.domain.BookEvent;
import tranche.commitments.commitment.domain.Closing;
import tranche.commitments.commitment.domain.ClosingEvent;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentEvent;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.Evidence;
import tranche.commitments.commitment.domain.FundBook;
import tranche.commitments.commitment.domain.Opening;
import tranche.commitments.programme.events.ProgrammeAvro;
import tranche.flow.writer.Outgoing;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;

/** The events of commitments and closings as Avro records. No record names a person. */
public final class BookAvro {

    private BookAvro() {}

    public static Outgoing of(FundBook after, BookEvent event) {
        return switch (event) {
            case CommitmentEvent happened -> {
                Commitment commitment = after.commitments().get(happened.id()).orElseThrow();
                yield new Outgoing(
                        "commitment",
                        commitment.id().value(),
                        commitment.version().number(),
                        happened.effectiveDate(),
                        head -> record(head, after, commitment, happened));
            }
            case ClosingEvent happened -> {
                Closing closing = after.closings().get(happened.id()).orElseThrow();
                yield new Outgoing(
                        "closing",
                        closing.id().value(),
                        closing.version().number(),
                        happened.effectiveDate(),
                        head -> record(head, after, closing, happened));
            }
        };
    }

    /** The name under which a journal shows what an event has booked. */
    public static String name(CommitmentEvent event) {
        return switch (event) {
            case CommitmentEvent.Drafted _ -> "CommitmentDrafted";
            case CommitmentEvent.DraftEdited _ -> "CommitmentDraftEdited";
            case CommitmentEvent.Submitted _ -> "CommitmentSubmitted";
            case CommitmentEvent.Returned _ -> "CommitmentReturned";
            case CommitmentEvent.Accepted _ -> "CommitmentAccepted";
            case CommitmentEvent.Closed _ -> "CommitmentClosed";
            case CommitmentEvent.Amended _ -> "CommitmentAmended";
            case CommitmentEvent.Transferred _ -> "CommitmentTransferred";
            case CommitmentEvent.TransferReceived _ -> "CommitmentTransferReceived";
            case CommitmentEvent.Cancelled _ -> "CommitmentCancelled";
            case CommitmentEvent.TakeOnDrafted _ -> "CommitmentTakeOnDrafted";
            case CommitmentEvent.TakenOn _ -> "CommitmentTakenOn";
        };
    }

    private static SpecificRecord record(Head head, FundBook after, Commitment c, CommitmentEvent event) {
        UUID programme = c.programme().value();
        UUID fund = c.fund().value();
        UUID investor = c.investor().value();
        tranche.Money amount = money(c.amount());
        String state = c.state().name();
        return switch (event) {
            case CommitmentEvent.Drafted drafted ->
                CommitmentDrafted.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setInvestorId(investor)
                        .setAmount(amount)
                        .setEffectiveDatePrecision(drafted.precision().name())
                        .setState(state)
                        .setSourceSystem(
                                c.foreign().map(ForeignIdentity::sourceSystem).orElse(null))
                        .setExternalRef(
                                c.foreign().map(ForeignIdentity::externalRef).orElse(null))
                        .build();
            case CommitmentEvent.DraftEdited edited ->
                CommitmentDraftEdited.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setInvestorId(investor)
                        .setAmount(amount)
                        .setEffectiveDatePrecision(edited.precision().name())
                        .setState(state)
                        .build();
            case CommitmentEvent.Submitted submitted -> submitted(head, c, submitted.evidence());
            case CommitmentEvent.Returned returned ->
                CommitmentReturned.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setInvestorId(investor)
                        .setAmount(amount)
                        .setState(state)
                        .setReason(returned.reason())
                        .build();
            case CommitmentEvent.Accepted accepted ->
                CommitmentAccepted.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setInvestorId(investor)
                        .setAmount(amount)
                        .setState(state)
                        .setClosingDate(accepted.closingDate())
                        .setContentHash(c.contentHash().hex())
                        .build();
            case CommitmentEvent.Closed closed ->
                CommitmentClosed.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setInvestorId(investor)
                        .setAmount(amount)
                        .setState(state)
                        .setClosingId(closed.closing().value())
                        .setClosingDate(closed.effectiveDate())
                        .setFundCommitted(money(closed.fundCommitted()))
                        .build();
            case CommitmentEvent.Amended amended ->
                TransferAvro.amended(head, c, after.total().committed(), amended);
            case CommitmentEvent.Transferred transferred -> TransferAvro.transferred(head, c, transferred);
            case CommitmentEvent.TransferReceived received ->
                TransferAvro.received(
                        head, after.commitments().get(received.from()).orElseThrow(), c, received);
            case CommitmentEvent.Cancelled cancelled ->
                CommitmentCancelled.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setInvestorId(investor)
                        .setAmount(amount)
                        .setState(state)
                        .setStateBefore(cancelled.before().name())
                        .setReason(cancelled.reason())
                        .build();
            case CommitmentEvent.TakeOnDrafted _ ->
                takeOnDrafted(head, c, c.opening().orElseThrow());
            case CommitmentEvent.TakenOn _ -> takenOn(head, c, c.opening().orElseThrow());
        };
    }

    private static SpecificRecord submitted(Head head, Commitment c, Evidence evidence) {
        return CommitmentSubmitted.newBuilder()
                .setHead(head)
                .setProgrammeId(c.programme().value())
                .setFundId(c.fund().value())
                .setInvestorId(c.investor().value())
                .setAmount(money(c.amount()))
                .setState(c.state().name())
                .setSignatoryId(
                        evidence.signatory().map(signatory -> signatory.id()).orElse(null))
                .setSignatoryDigest(evidence.signatory()
                        .map(signatory -> signatory.digest())
                        .orElse(null))
                .setDocuments(evidence.documents().stream()
                        .map(Evidence.Document::sha256)
                        .toList())
                .setSource(evidence.source().orElse(null))
                .build();
    }

    private static SpecificRecord takeOnDrafted(Head head, Commitment c, Opening opening) {
        return CommitmentTakeOnDrafted.newBuilder()
                .setHead(head)
                .setProgrammeId(c.programme().value())
                .setFundId(c.fund().value())
                .setInvestorId(c.investor().value())
                .setAmount(money(c.amount()))
                .setCalled(money(opening.drawn().called()))
                .setPaid(money(opening.drawn().paid()))
                .setRestored(money(opening.drawn().restored()))
                .setDistributed(money(opening.drawn().distributed()))
                .setAsOf(opening.asOf())
                .setEffectiveDatePrecision(opening.precision().name())
                .setSource(opening.source())
                .setState(c.state().name())
                .setSourceSystem(c.foreign().map(ForeignIdentity::sourceSystem).orElse(null))
                .setExternalRef(c.foreign().map(ForeignIdentity::externalRef).orElse(null))
                .build();
    }

    private static SpecificRecord takenOn(Head head, Commitment c, Opening opening) {
        return CommitmentTakenOn.newBuilder()
                .setHead(head)
                .setProgrammeId(c.programme().value())
                .setFundId(c.fund().value())
                .setInvestorId(c.investor().value())
                .setAmount(money(c.amount()))
                .setCalled(money(opening.drawn().called()))
                .setPaid(money(opening.drawn().paid()))
                .setRestored(money(opening.drawn().restored()))
                .setDistributed(money(opening.drawn().distributed()))
                .setAsOf(opening.asOf())
                .setSource(opening.source())
                .setState(c.state().name())
                .setContentHash(c.contentHash().hex())
                .build();
    }

    private static SpecificRecord record(Head head, FundBook book, Closing closing, ClosingEvent event) {
        List<UUID> commitments =
                closing.commitments().stream().map(CommitmentId::value).toList();
        return switch (event) {
            case ClosingEvent.Planned _ ->
                ClosingPlanned.newBuilder()
                        .setHead(head)
                        .setProgrammeId(closing.programme().value())
                        .setFundId(closing.fund().value())
                        .setKind(closing.kind().name())
                        .setDate(closing.date())
                        .setCommitmentIds(commitments)
                        .setState(closing.state().name())
                        .build();
            case ClosingEvent.Approved _ ->
                ClosingApproved.newBuilder()
                        .setHead(head)
                        .setProgrammeId(closing.programme().value())
                        .setFundId(closing.fund().value())
                        .setKind(closing.kind().name())
                        .setDate(closing.date())
                        .setCommitmentIds(commitments)
                        .setState(closing.state().name())
                        .setContentHash(closing.contentHash(book.commitments()).hex())
                        .build();
            case ClosingEvent.Effective _ ->
                ClosingEffective.newBuilder()
                        .setHead(head)
                        .setProgrammeId(closing.programme().value())
                        .setFundId(closing.fund().value())
                        .setKind(closing.kind().name())
                        .setDate(closing.date())
                        .setCommitmentIds(commitments)
                        .setTotal(money(total(book, closing)))
                        .setState(closing.state().name())
                        .build();
            case ClosingEvent.ClosingCancelled cancelled ->
                ClosingCancelled.newBuilder()
                        .setHead(head)
                        .setProgrammeId(closing.programme().value())
                        .setFundId(closing.fund().value())
                        .setState(closing.state().name())
                        .setReason(cancelled.reason())
                        .build();
        };
    }

    private static Money total(FundBook book, Closing closing) {
        return closing.commitments().stream()
                .flatMap(id -> book.commitments().get(id).stream())
                .map(Commitment::amount)
                .reduce(Money.zero(book.fund().orElseThrow().currency()), Money::plus);
    }

    private static tranche.Money money(Money money) {
        return ProgrammeAvro.money(money);
    }
}
