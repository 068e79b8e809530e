package tranche.auditor.drawdown;

import java.math.BigDecimal;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import tranche.Money;
import tranche.commitments.CallLineDueSoon;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLinePartPaid;
import tranche.commitments.CallLineReopened;
import tranche.commitments.CallLineReversed;

/** What investors owe of calls that were issued; the lines of a draft are in no event but its hash. */
final class LineReplay extends Replayed {

    @Override
    String table() {
        return "call_line";
    }

    @Override
    String rows() {
        return """
            select l.line_id::text as id, l.call_id, l.commitment_id, l.investor_id, l.state, l.currency, l.amount,
                   l.matched, l.due_date, l.reference, l.after_transfer
              from capital_call c join call_line l using (call_id)
             where c.fund_id = ? and l.state not in ('DRAFT', 'DROPPED', 'CANCELLED')
            """;
    }

    @Override
    boolean concerns(IndexedRecord event) {
        return event.getSchema().getFullName().startsWith("tranche.commitments.CallLine");
    }

    @Override
    boolean apply(IndexedRecord event) {
        return switch (event) {
            case CallLineIssued e -> {
                begun(e.getCallLineId())
                        .put("call_id", e.getCallId())
                        .put("commitment_id", e.getCommitmentId())
                        .put("investor_id", e.getInvestorId())
                        .put("currency", e.getAmount().getCurrency())
                        .put("amount", e.getAmount().getValue())
                        .put("matched", BigDecimal.ZERO)
                        .put("due_date", e.getDueDate())
                        .put("reference", e.getReference())
                        .put("after_transfer", false)
                        .put("state", e.getState());
                yield true;
            }
            case CallLinePartPaid e -> moved(e.getCallLineId(), e.getAmount(), e.getOpen(), e.getState());
            case CallLinePaid e -> moved(e.getCallLineId(), e.getAmount(), e.getOpen(), e.getState());
            case CallLineDueSoon e -> moved(e.getCallLineId(), e.getAmount(), e.getOpen(), e.getState());
            case CallLineOverdue e -> moved(e.getCallLineId(), e.getAmount(), e.getOpen(), e.getState());
            case CallLineReopened e -> {
                known(e.getCallLineId()).ifPresent(picture -> picture.put("after_transfer", e.getAfterTransfer()));
                yield moved(e.getCallLineId(), e.getAmount(), e.getOpen(), e.getState());
            }
            case CallLineReversed e ->
                known(e.getCallLineId())
                        .map(picture -> picture.put("state", e.getState()))
                        .isPresent();
            default -> false;
        };
    }

    private boolean moved(UUID line, Money amount, Money open, String state) {
        return known(line)
                .map(picture -> picture.put("matched", amount.getValue().subtract(open.getValue()))
                        .put("state", state))
                .isPresent();
    }
}
