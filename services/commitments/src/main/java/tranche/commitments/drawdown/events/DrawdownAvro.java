package tranche.commitments.drawdown.events;

import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.drawdown.domain.CallEvent;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.CommitmentDrawn;
import tranche.commitments.drawdown.domain.DrawdownEvent;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.Receipt;
import tranche.commitments.drawdown.domain.ReceiptEvent;
import tranche.commitments.drawdown.domain.TrancheEvent;
import tranche.commitments.programme.events.ProgrammeAvro;
import tranche.flow.writer.Outgoing;
import tranche.values.money.Money;
import tranche.values.register.Version;

/** The events of tranches, calls, receipts and what they draw as Avro records. No record names a person or a bank account. */
public final class DrawdownAvro {

    private DrawdownAvro() {}

    public static Outgoing of(Drawdowns after, DrawdownEvent event) {
        return switch (event) {
            case CallEvent happened -> {
                CapitalCall call = after.calls().get(happened.id()).orElseThrow();
                yield outgoing(
                        "capital-call",
                        call.id().value(),
                        call.version(),
                        event,
                        head -> happened instanceof CallEvent.LineEvent line
                                ? CallLineAvro.record(head, after, call, line)
                                : CallAvro.record(head, call, happened));
            }
            case ReceiptEvent happened -> {
                Receipt receipt = after.receipts().get(happened.id()).orElseThrow();
                yield outgoing(
                        "receipt",
                        receipt.id().value(),
                        receipt.version(),
                        event,
                        head -> ReceiptAvro.record(head, after, receipt, happened));
            }
            case TrancheEvent happened ->
                TrancheAvro.of(after.tranches().tranches().get(happened.id()).orElseThrow(), happened);
            case CommitmentDrawn drawn -> {
                Commitment commitment = after.commitments().get(drawn.id()).orElseThrow();
                yield outgoing(
                        "commitment",
                        commitment.id().value(),
                        commitment.version(),
                        event,
                        head -> drawn(head, commitment, drawn));
            }
        };
    }

    /** The name under which a journal shows what an event has booked. */
    public static String name(DrawdownEvent event) {
        return switch (event) {
            case CallEvent.LineIssued _ -> "CallLineIssued";
            case CallEvent.LineReversed _ -> "CallLineReversed";
            case ReceiptEvent.Recorded _ -> "ReceiptRecorded";
            case ReceiptEvent.Matched _ -> "ReceiptMatched";
            case ReceiptEvent.OverpaymentHeld _ -> "OverpaymentHeld";
            case ReceiptEvent.OverpaymentApplied _ -> "OverpaymentApplied";
            case ReceiptEvent.Refunded _ -> "ReceiptRefunded";
            case ReceiptEvent.Unmatched _ -> "ReceiptUnmatched";
            case ReceiptEvent.Returned _ -> "ReceiptReturned";
            case CallEvent _, ReceiptEvent.RefundRequested _, TrancheEvent _, CommitmentDrawn _ ->
                throw new IllegalStateException("books nothing: " + event);
        };
    }

    private static Outgoing outgoing(
            String type, UUID id, Version version, DrawdownEvent event, Function<Head, SpecificRecord> record) {
        return new Outgoing(type, id, version.number(), event.effectiveDate(), record);
    }

    private static SpecificRecord drawn(Head head, Commitment commitment, CommitmentDrawn drawn) {
        return tranche.commitments.CommitmentDrawn.newBuilder()
                .setHead(head)
                .setProgrammeId(commitment.programme().value())
                .setFundId(commitment.fund().value())
                .setInvestorId(commitment.investor().value())
                .setCallId(drawn.call().value())
                .setAmount(money(commitment.amount()))
                .setCalled(money(commitment.drawn().called()))
                .setPaid(money(commitment.drawn().paid()))
                .setRestored(money(commitment.drawn().restored()))
                .setUncalled(money(commitment.uncalled()))
                .setState(commitment.state().name())
                .build();
    }

    static tranche.Money money(Money money) {
        return ProgrammeAvro.money(money);
    }
}
