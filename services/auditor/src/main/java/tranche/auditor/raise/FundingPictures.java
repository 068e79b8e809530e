package tranche.auditor.raise;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLinePartPaid;
import tranche.commitments.CallLineReopened;
import tranche.commitments.CapitalCallApproved;
import tranche.commitments.CapitalCallCancelled;
import tranche.commitments.CapitalCallDraftEdited;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.CapitalCallIssued;
import tranche.commitments.CapitalCallPaid;
import tranche.commitments.CapitalCallReopened;
import tranche.commitments.CapitalCallReturned;
import tranche.commitments.CapitalCallReversed;
import tranche.commitments.ConditionGroup;
import tranche.commitments.ForecastRow;
import tranche.commitments.FundForecastChanged;
import tranche.commitments.InvestmentMade;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCallDrafted;
import tranche.commitments.TrancheCancelled;
import tranche.commitments.TrancheConditionsMet;
import tranche.commitments.TrancheCreated;
import tranche.commitments.TrancheDrafted;
import tranche.commitments.TrancheHeld;
import tranche.commitments.TrancheReleased;
import tranche.commitments.TrancheRelocked;

/** Tranches, calls in sum and investments as their events have left them, by the columns of their rows. */
final class FundingPictures {

    private final BiFunction<RaiseTable, UUID, Map<String, @Nullable Object>> pictures;

    /** @param pictures gives the columns so far of the row of an id */
    FundingPictures(BiFunction<RaiseTable, UUID, Map<String, @Nullable Object>> pictures) {
        this.pictures = pictures;
    }

    void apply(IndexedRecord event) {
        switch (event) {
            case TrancheDrafted e -> {
                Map<String, @Nullable Object> tranche = tranche(e.getTrancheId(), e.getState());
                tranche.put("programme_id", e.getProgrammeId());
                tranche.put("fund_id", e.getFundId());
                tranche.put("project_id", e.getProjectId().orElse(null));
                tranche.put("name", e.getName());
                tranche.put("currency", e.getAmount().getCurrency());
                tranche.put("amount", e.getAmount().getValue());
                tranche.put("milestones", milestones(e.getConditions()));
                tranche.put("waived", List.of());
                tranche.put("reversed", false);
                tranche.put("due", null);
                tranche.put("expected", null);
            }
            case TrancheCreated e -> tranche(e.getTrancheId(), e.getState());
            case TrancheConditionsMet e -> tranche(e.getTrancheId(), e.getState());
            case TrancheCallDrafted e -> tranche(e.getTrancheId(), e.getState());
            case TrancheHeld e -> tranche(e.getTrancheId(), e.getState());
            case TrancheRelocked e -> tranche(e.getTrancheId(), e.getState());
            case TrancheCancelled e -> tranche(e.getTrancheId(), e.getState());
            case TrancheAmended e ->
                tranche(e.getTrancheId(), e.getState()).put("milestones", milestones(e.getConditions()));
            case TrancheReleased e -> {
                Map<String, @Nullable Object> tranche = tranche(e.getTrancheId(), e.getState());
                tranche.put("milestones", List.copyOf(e.getMilestoneIds()));
                tranche.put("waived", List.copyOf(e.getWaivedMilestoneIds()));
                tranche.put("reversed", false);
            }
            case FundForecastChanged e -> e.getRows().forEach(this::expected);
            case InvestmentMade e -> {
                Map<String, @Nullable Object> investment =
                        pictures.apply(RaiseTable.INVESTMENT, e.getHead().getAggregateId());
                investment.put("programme_id", e.getProgrammeId());
                investment.put("fund_id", e.getFundId());
                investment.put("project_id", e.getProjectId());
                investment.put("tranche_id", e.getTrancheId().orElse(null));
                investment.put("currency", e.getAmount().getCurrency());
                investment.put("amount", e.getAmount().getValue());
                investment.put("invested_on", e.getDate());
            }
            default -> applyToCall(event);
        }
    }

    private void applyToCall(IndexedRecord event) {
        switch (event) {
            case CapitalCallDrafted e -> {
                Map<String, @Nullable Object> call = call(e.getHead().getAggregateId(), e.getState());
                call.put("programme_id", e.getProgrammeId());
                call.put("fund_id", e.getFundId());
                call.put("tranche_id", e.getTrancheId().orElse(null));
                call.put("reference", e.getReference());
                call.put("currency", e.getTotal().getCurrency());
                call.put("total", e.getTotal().getValue());
                call.put("open", e.getTotal().getValue());
                call.put("due", e.getDueDate());
            }
            case CapitalCallDraftEdited e -> {
                Map<String, @Nullable Object> call = call(e.getHead().getAggregateId(), e.getState());
                call.put("total", e.getTotal().getValue());
                call.put("open", e.getTotal().getValue());
                call.put("due", e.getDueDate());
            }
            case CapitalCallApproved e -> call(e.getHead().getAggregateId(), e.getState());
            case CapitalCallReturned e -> call(e.getHead().getAggregateId(), e.getState());
            case CapitalCallReopened e -> call(e.getHead().getAggregateId(), e.getState());
            case CapitalCallIssued e -> call(e.getHead().getAggregateId(), e.getState());
            case CapitalCallCancelled e -> call(e.getHead().getAggregateId(), e.getState());
            case CapitalCallPaid e -> call(e.getHead().getAggregateId(), e.getState());
            case CallLineOverdue e -> call(e.getCallId(), e.getCallState());
            case CallLinePartPaid e ->
                settled(call(e.getCallId(), e.getCallState()), e.getPaid().getValue());
            case CallLinePaid e ->
                settled(call(e.getCallId(), e.getCallState()), e.getPaid().getValue());
            case CallLineReopened e ->
                settled(
                        call(e.getCallId(), e.getCallState()),
                        e.getReopened().getValue().negate());
            case CapitalCallReversed e -> {
                call(e.getHead().getAggregateId(), e.getState());
                e.getTrancheId()
                        .ifPresent(tranche ->
                                pictures.apply(RaiseTable.TRANCHE, tranche).put("reversed", true));
            }
            default -> {
                // It moves no sum that the raise shows.
            }
        }
    }

    private Map<String, @Nullable Object> tranche(UUID id, String state) {
        Map<String, @Nullable Object> tranche = pictures.apply(RaiseTable.TRANCHE, id);
        tranche.put("state", state);
        return tranche;
    }

    private Map<String, @Nullable Object> call(UUID id, String state) {
        Map<String, @Nullable Object> call = pictures.apply(RaiseTable.CALL, id);
        call.put("state", state);
        return call;
    }

    private static void settled(Map<String, @Nullable Object> call, BigDecimal paid) {
        if (call.get("open") instanceof BigDecimal open) {
            call.put("open", open.subtract(paid));
        }
    }

    private void expected(ForecastRow row) {
        Map<String, @Nullable Object> tranche = pictures.apply(RaiseTable.TRANCHE, row.getTrancheId());
        tranche.put("due", row.getDueDate().orElse(null));
        tranche.put("expected", row.getAmount().map(amount -> amount.getValue()).orElse(null));
    }

    private static List<UUID> milestones(List<ConditionGroup> conditions) {
        return conditions.stream()
                .flatMap(group -> group.getConditions().stream())
                .flatMap(condition -> condition.getMilestoneId().stream())
                .distinct()
                .toList();
    }
}
