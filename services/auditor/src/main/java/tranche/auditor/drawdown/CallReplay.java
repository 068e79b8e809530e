package tranche.auditor.drawdown;

import java.math.BigDecimal;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.Head;
import tranche.commitments.CallComponent;
import tranche.commitments.CallLineDueSoon;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLinePartPaid;
import tranche.commitments.CallLineReopened;
import tranche.commitments.CallLineReversed;
import tranche.commitments.CapitalCallApproved;
import tranche.commitments.CapitalCallCancelled;
import tranche.commitments.CapitalCallDraftEdited;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.CapitalCallIssued;
import tranche.commitments.CapitalCallPaid;
import tranche.commitments.CapitalCallReopened;
import tranche.commitments.CapitalCallReturned;
import tranche.commitments.CapitalCallReversed;

/** Capital calls: what they ask for, and how far they have come. */
final class CallReplay extends Replayed {

    @Override
    String table() {
        return "capital_call";
    }

    @Override
    String rows() {
        return """
            select call_id::text as id, programme_id, reference, tranche_id, condition_version, state, currency, due_date,
                   purpose, basis, lines, content_hash, reason,
                   (select sum((part ->> 'amount')::numeric) from jsonb_array_elements(components) as c(part)) as total,
                   (select coalesce(sum((part ->> 'amount')::numeric), 0) from jsonb_array_elements(components) as c(part)
                     where part ->> 'type' = 'INVESTMENT') as investment,
                   version, effective_date, recorded_at
              from capital_call where fund_id = ?
            """;
    }

    @Override
    boolean concerns(IndexedRecord event) {
        String name = event.getSchema().getFullName();
        return name.startsWith("tranche.commitments.CapitalCall") || name.startsWith("tranche.commitments.CallLine");
    }

    @Override
    boolean apply(IndexedRecord event) {
        return switch (event) {
            case CapitalCallDrafted e -> {
                begun(e.getHead().getAggregateId())
                        .put("programme_id", e.getProgrammeId())
                        .put("reference", e.getReference())
                        .put("tranche_id", e.getTrancheId())
                        .put("condition_version", e.getConditionVersion())
                        .put("currency", e.getTotal().getCurrency())
                        .put("due_date", e.getDueDate())
                        .put("purpose", e.getPurpose())
                        .put("basis", e.getBasis())
                        .put("total", e.getTotal().getValue())
                        .put("investment", investment(e.getComponents()))
                        .put("lines", e.getLines())
                        .put("content_hash", e.getContentHash())
                        .nothing("reason")
                        .moved(e.getHead(), e.getState());
                yield true;
            }
            case CapitalCallDraftEdited e ->
                known(e.getHead().getAggregateId())
                        .map(picture -> picture.put("due_date", e.getDueDate())
                                .put("purpose", e.getPurpose())
                                .put("basis", e.getBasis())
                                .put("total", e.getTotal().getValue())
                                .put("investment", investment(e.getComponents()))
                                .put("investment", investment(e.getComponents()))
                                .put("lines", e.getLines())
                                .put("content_hash", e.getContentHash())
                                .moved(e.getHead(), e.getState()))
                        .isPresent();
            case CapitalCallApproved e -> because(e.getHead(), e.getState(), null);
            case CapitalCallIssued e -> because(e.getHead(), e.getState(), null);
            case CapitalCallReturned e -> because(e.getHead(), e.getState(), e.getReason());
            case CapitalCallReopened e -> because(e.getHead(), e.getState(), e.getReason());
            case CapitalCallCancelled e -> because(e.getHead(), e.getState(), e.getReason());
            case CapitalCallReversed e -> because(e.getHead(), e.getState(), e.getReason());
            case CapitalCallPaid e -> moved(e.getHead(), e.getState());
            case CallLineIssued e -> moved(e.getHead(), e.getCallState());
            case CallLinePartPaid e -> moved(e.getHead(), e.getCallState());
            case CallLinePaid e -> moved(e.getHead(), e.getCallState());
            case CallLineDueSoon e -> moved(e.getHead(), e.getCallState());
            case CallLineOverdue e -> moved(e.getHead(), e.getCallState());
            case CallLineReopened e -> moved(e.getHead(), e.getCallState());
            case CallLineReversed e -> moved(e.getHead(), e.getCallState());
            default -> false;
        };
    }

    private static BigDecimal investment(List<CallComponent> components) {
        return components.stream()
                .filter(component -> component.getType().equals("INVESTMENT"))
                .map(component -> component.getAmount().getValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean because(Head head, String state, @Nullable String reason) {
        return known(head.getAggregateId())
                .map(picture -> picture.put("reason", (Object) reason).moved(head, state))
                .isPresent();
    }

    private boolean moved(Head head, String state) {
        return known(head.getAggregateId())
                .map(picture -> picture.moved(head, state))
                .isPresent();
    }
}
