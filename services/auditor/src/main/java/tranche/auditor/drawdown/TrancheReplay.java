package tranche.auditor.drawdown;

import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.generic.IndexedRecord;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCallDrafted;
import tranche.commitments.TrancheCancelled;
import tranche.commitments.TrancheConditionsMet;
import tranche.commitments.TrancheCreated;
import tranche.commitments.TrancheDrafted;
import tranche.commitments.TrancheHeld;
import tranche.commitments.TrancheReleased;
import tranche.commitments.TrancheRelocked;

/** Tranches: what state they are in, by which version of their conditions, and with which call. */
final class TrancheReplay extends Replayed {

    @Override
    String table() {
        return "tranche";
    }

    @Override
    String rows() {
        return """
            select tranche_id::text as id, programme_id, project_id, name, currency, amount, condition_version,
                   conditions_from, state, drafted_version, call_id, held, reason, source_system, external_ref, version,
                   effective_date, recorded_at
              from tranche where fund_id = ?
            """;
    }

    @Override
    boolean concerns(IndexedRecord event) {
        return event.getSchema().getFullName().startsWith("tranche.commitments.Tranche");
    }

    @Override
    boolean apply(IndexedRecord event) {
        return switch (event) {
            case TrancheDrafted e -> {
                begun(e.getTrancheId())
                        .put("programme_id", e.getProgrammeId())
                        .put("project_id", e.getProjectId())
                        .put("name", e.getName())
                        .put("currency", e.getAmount().getCurrency())
                        .put("amount", e.getAmount().getValue())
                        .put("condition_version", e.getConditionVersion())
                        .put("conditions_from", e.getConditionsFrom())
                        .put("drafted_version", 0)
                        .put("source_system", e.getSourceSystem())
                        .put("external_ref", e.getExternalRef())
                        .nothing("call_id", "held", "reason")
                        .moved(e.getHead(), e.getState());
                yield true;
            }
            case TrancheCreated e -> waits(e.getTrancheId(), picture -> picture.moved(e.getHead(), e.getState()));
            case TrancheConditionsMet e -> waits(e.getTrancheId(), picture -> picture.moved(e.getHead(), e.getState()));
            case TrancheRelocked e -> waits(e.getTrancheId(), picture -> picture.moved(e.getHead(), e.getState()));
            case TrancheAmended e ->
                waits(
                        e.getTrancheId(),
                        picture -> picture.put("condition_version", e.getConditionVersion())
                                .put("conditions_from", e.getConditionsFrom())
                                .moved(e.getHead(), e.getState()));
            case TrancheCallDrafted e ->
                waits(
                        e.getTrancheId(),
                        picture -> picture.put("drafted_version", e.getConditionVersion())
                                .put("call_id", e.getCallId())
                                .moved(e.getHead(), e.getState()));
            case TrancheReleased e ->
                waits(
                        e.getTrancheId(),
                        picture -> picture.put("call_id", e.getCallId()).moved(e.getHead(), e.getState()));
            case TrancheHeld e ->
                waits(
                        e.getTrancheId(),
                        picture -> picture.put("held", e.getWhy()).moved(e.getHead(), e.getState()));
            case TrancheCancelled e ->
                waits(
                        e.getTrancheId(),
                        picture -> picture.put("reason", e.getReason()).moved(e.getHead(), e.getState()));
            default -> false;
        };
    }

    /** Whatever happens to a tranche, no call, hold or reason of before remains but what the event says. */
    private boolean waits(UUID tranche, Consumer<Picture> change) {
        known(tranche).ifPresent(picture -> change.accept(picture.nothing("call_id", "held", "reason")));
        return known(tranche).isPresent();
    }
}
