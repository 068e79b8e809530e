package tranche.auditor.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.Head;
import tranche.Money;
import tranche.commitments.CommitmentAccepted;
import tranche.commitments.CommitmentCancelled;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentDraftEdited;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentDrawn;
import tranche.commitments.CommitmentReturned;
import tranche.commitments.CommitmentSubmitted;
import tranche.commitments.CommitmentTakeOnDrafted;
import tranche.commitments.CommitmentTakenOn;

/** A commitment as its events have left it so far, by the columns of its row. */
final class CommitmentPicture {

    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    private final TreeSet<String> makers = new TreeSet<>();

    CommitmentPicture(UUID id) {
        columns.put("commitment_id", id);
    }

    /** Whether an event is one of a commitment's life. */
    static boolean concerns(IndexedRecord event) {
        return event.getSchema().getFullName().startsWith("tranche.commitments.Commitment");
    }

    /** What the row must say. */
    Map<String, @Nullable Object> columns() {
        return columns;
    }

    /**
     * Applies an event.
     *
     * @return false if it cannot come next: it needs one before it, or the auditor does not know what it does
     */
    boolean apply(IndexedRecord event) {
        switch (event) {
            case CommitmentDrafted e -> {
                open(
                        e.getProgrammeId(),
                        e.getFundId(),
                        e.getInvestorId(),
                        e.getAmount(),
                        e.getSourceSystem(),
                        e.getExternalRef());
                dated(e.getHead().getEffectiveDate(), e.getEffectiveDatePrecision());
                made(e.getHead(), e.getState());
            }
            case CommitmentTakeOnDrafted e -> {
                open(
                        e.getProgrammeId(),
                        e.getFundId(),
                        e.getInvestorId(),
                        e.getAmount(),
                        e.getSourceSystem(),
                        e.getExternalRef());
                dated(e.getHead().getEffectiveDate(), e.getEffectiveDatePrecision());
                columns.put("opening_called", e.getCalled().getValue());
                columns.put("opening_paid", e.getPaid().getValue());
                columns.put("opening_restored", e.getRestored().getValue());
                columns.put("opening_distributed", e.getDistributed().getValue());
                columns.put("opening_as_of", e.getAsOf());
                columns.put("opening_source", e.getSource());
                made(e.getHead(), e.getState());
            }
            case IndexedRecord _
            when columns.size() == 1 -> {
                return false;
            }
            case CommitmentDraftEdited e -> {
                columns.put("amount", e.getAmount().getValue());
                dated(e.getHead().getEffectiveDate(), e.getEffectiveDatePrecision());
                made(e.getHead(), e.getState());
            }
            case CommitmentSubmitted e -> {
                columns.put("source", e.getSource().orElse(null));
                columns.put("signatory_id", e.getSignatoryId().orElse(null));
                columns.put("signatory_digest", e.getSignatoryDigest().orElse(null));
                columns.put("documents", List.copyOf(e.getDocuments()));
                columns.put("reason", null);
                made(e.getHead(), e.getState());
            }
            case CommitmentReturned e -> {
                columns.put("reason", e.getReason());
                moved(e.getHead(), e.getState());
            }
            case CommitmentAccepted e -> {
                columns.put("closing_date", e.getClosingDate());
                moved(e.getHead(), e.getState());
            }
            case CommitmentClosed e -> {
                columns.put("closing_date", e.getClosingDate());
                columns.put("closing_id", e.getClosingId());
                moved(e.getHead(), e.getState());
            }
            case CommitmentCancelled e -> {
                columns.put("reason", e.getReason());
                moved(e.getHead(), e.getState());
            }
            case CommitmentTakenOn e -> {
                columns.put("called", e.getCalled().getValue());
                columns.put("paid", e.getPaid().getValue());
                columns.put("restored", e.getRestored().getValue());
                columns.put("distributed", e.getDistributed().getValue());
                columns.put("closing_date", e.getAsOf());
                moved(e.getHead(), e.getState());
            }
            case CommitmentDrawn e -> {
                columns.put("called", e.getCalled().getValue());
                columns.put("paid", e.getPaid().getValue());
                columns.put("restored", e.getRestored().getValue());
                moved(e.getHead(), e.getState());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void open(
            UUID programme,
            UUID fund,
            UUID investor,
            Money amount,
            Optional<String> sourceSystem,
            Optional<String> externalRef) {
        columns.put("programme_id", programme);
        columns.put("fund_id", fund);
        columns.put("investor_id", investor);
        columns.put("currency", amount.getCurrency());
        columns.put("amount", amount.getValue());
        for (String nothingYet : List.of("called", "paid", "restored", "distributed")) {
            columns.put(nothingYet, BigDecimal.ZERO);
        }
        for (String notYet : List.of(
                "closing_date",
                "closing_id",
                "reason",
                "source",
                "signatory_id",
                "signatory_digest",
                "opening_called",
                "opening_as_of",
                "opening_source")) {
            columns.put(notYet, null);
        }
        columns.put("documents", List.of());
        columns.put("source_system", sourceSystem.orElse(null));
        columns.put("external_ref", externalRef.orElse(null));
    }

    private void dated(LocalDate day, String precision) {
        columns.put("dated", day);
        columns.put("date_precision", precision);
    }

    /** Whoever drafts, edits or hands in the evidence makes the content, and so does not accept it (D-1). */
    private void made(Head head, String state) {
        makers.add(head.getActorId().toString());
        columns.put("makers", new ArrayList<>(makers));
        moved(head, state);
    }

    private void moved(Head head, String state) {
        columns.put("state", state);
        columns.put("version", head.getVersion());
        columns.put("effective_date", head.getEffectiveDate());
        columns.put("recorded_at", head.getRecordedAt());
    }
}
