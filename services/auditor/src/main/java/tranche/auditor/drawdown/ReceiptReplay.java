package tranche.auditor.drawdown;

import java.math.BigDecimal;
import org.apache.avro.generic.IndexedRecord;
import tranche.Head;
import tranche.commitments.OverpaymentApplied;
import tranche.commitments.OverpaymentHeld;
import tranche.commitments.ReceiptMatched;
import tranche.commitments.ReceiptRecorded;
import tranche.commitments.ReceiptRefunded;
import tranche.commitments.ReceiptReturned;
import tranche.commitments.ReceiptUnmatched;
import tranche.commitments.RefundRequested;

/** What came in: from which entry of a bank account, what became of it, and what went back. */
final class ReceiptReplay extends Replayed {

    @Override
    String table() {
        return "receipt";
    }

    @Override
    String rows() {
        return """
            select receipt_id::text as id, programme_id, bank_account, entry_reference, value_date, currency, amount,
                   debtor_account, state, refunded, version, effective_date, recorded_at
              from receipt where fund_id = ?
            """;
    }

    @Override
    boolean concerns(IndexedRecord event) {
        return switch (event) {
            case ReceiptRecorded _,
                    ReceiptMatched _,
                    OverpaymentHeld _,
                    OverpaymentApplied _,
                    RefundRequested _,
                    ReceiptRefunded _,
                    ReceiptUnmatched _,
                    ReceiptReturned _ -> true;
            default -> false;
        };
    }

    @Override
    boolean apply(IndexedRecord event) {
        return switch (event) {
            case ReceiptRecorded e -> {
                begun(e.getHead().getAggregateId())
                        .put("programme_id", e.getProgrammeId())
                        .put("bank_account", e.getBankAccount())
                        .put("entry_reference", e.getEntryReference())
                        .put("value_date", e.getValueDate())
                        .put("currency", e.getAmount().getCurrency())
                        .put("amount", e.getAmount().getValue())
                        .put("debtor_account", e.getDebtorAccount())
                        .put("refunded", BigDecimal.ZERO)
                        .moved(e.getHead(), e.getState());
                yield true;
            }
            case ReceiptMatched e -> moved(e.getHead(), e.getState());
            case OverpaymentHeld e -> moved(e.getHead(), e.getState());
            case OverpaymentApplied e -> moved(e.getHead(), e.getState());
            case RefundRequested e -> moved(e.getHead(), e.getState());
            case ReceiptUnmatched e -> moved(e.getHead(), e.getState());
            case ReceiptReturned e -> moved(e.getHead(), e.getState());
            case ReceiptRefunded e ->
                known(e.getHead().getAggregateId())
                        .map(picture -> picture.add("refunded", e.getAmount().getValue())
                                .moved(e.getHead(), e.getState()))
                        .isPresent();
            default -> false;
        };
    }

    private boolean moved(Head head, String state) {
        return known(head.getAggregateId())
                .map(picture -> picture.moved(head, state))
                .isPresent();
    }
}
