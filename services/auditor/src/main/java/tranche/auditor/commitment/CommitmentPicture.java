package tranche.auditor.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.Head;
import tranche.Money;
import tranche.commitments.CommitmentAccepted;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentCancelled;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentDraftEdited;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentDrawn;
import tranche.commitments.CommitmentReturned;
import tranche.commitments.CommitmentSubmitted;
import tranche.commitments.CommitmentTakeOnDrafted;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.CommitmentTransferred;

/** A commitment as its events have left it so far, by the columns of its row. */
final class CommitmentPicture {

    /** What is divided where a commitment goes over, beside its amount. */
    private static final List<String> SHARED = List.of(
            "called",
            "paid",
            "restored",
            "distributed",
            "opening_called",
            "opening_paid",
            "opening_restored",
            "opening_distributed");

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
            case CommitmentAmended e -> {
                if (!isSo("amount", e.getAmountBefore())) {
                    return false;
                }
                columns.put("amount", e.getAmount().getValue());
                columns.put("reason", e.getReason());
                moved(e.getHead(), e.getState());
            }
            case CommitmentTransferred e -> {
                return given(e);
            }
            case CommitmentTransferReceived e -> {
                return received(e);
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

    /** What comes of it when it goes over; empty where nothing can, for there is no commitment before. */
    Optional<CommitmentPicture> taker(CommitmentTransferred e) {
        if (columns.size() == 1) {
            return Optional.empty();
        }
        TwoShares shares = shares(e);
        CommitmentPicture taker = new CommitmentPicture(e.getToCommitmentId());
        taker.columns.putAll(columns);
        taker.columns.put("commitment_id", e.getToCommitmentId());
        taker.columns.put("investor_id", e.getToInvestorId());
        taker.columns.put("amount", e.getTransferred().getValue());
        SHARED.forEach(
                column -> taker.columns.computeIfPresent(column, (_, total) -> shares.second((BigDecimal) total)));
        for (String ofTheGiver : List.of(
                "reason",
                "source",
                "signatory_id",
                "signatory_digest",
                "source_system",
                "external_ref",
                "transferred_at")) {
            taker.columns.put(ofTheGiver, null);
        }
        taker.columns.put("transferred_from", columns.get("commitment_id"));
        taker.columns.put("transferred_to", List.of());
        taker.columns.put("documents", List.copyOf(e.getDocuments()));
        taker.makers.add(e.getProposedBy().toString());
        taker.columns.put("makers", new ArrayList<>(taker.makers));
        taker.dated(e.getHead().getEffectiveDate(), "DAY");
        return Optional.of(taker);
    }

    private TwoShares shares(CommitmentTransferred e) {
        return new TwoShares(
                (String) Objects.requireNonNull(columns.get("currency")),
                Objects.requireNonNull(columns.get("commitment_id")).toString(),
                e.getAmountBefore().getValue().subtract(e.getTransferred().getValue()),
                e.getToCommitmentId().toString(),
                e.getTransferred().getValue());
    }

    /** What stays, reckoned from what was there; the event must say the same. */
    private boolean given(CommitmentTransferred e) {
        BigDecimal rest =
                e.getAmountBefore().getValue().subtract(e.getTransferred().getValue());
        if (!isSo("amount", e.getAmountBefore())
                || rest.signum() < 0
                || rest.compareTo(e.getAmount().getValue()) != 0) {
            return false;
        }
        TwoShares shares = shares(e);
        SHARED.forEach(column -> columns.computeIfPresent(column, (_, total) -> shares.first((BigDecimal) total)));
        if (rest.signum() > 0) {
            columns.put("amount", rest);
        }
        columns.put("reason", e.getReason().orElse(null));
        List<String> takers = new ArrayList<>();
        if (columns.get("transferred_to") instanceof List<?> before) {
            before.forEach(taker -> takers.add(taker.toString()));
        }
        takers.add(e.getToCommitmentId().toString());
        columns.put("transferred_to", takers);
        columns.put("transferred_at", e.getHead().getRecordedAt());
        moved(e.getHead(), e.getState());
        return isDrawn(e.getCalled(), e.getPaid(), e.getRestored(), e.getDistributed());
    }

    private boolean received(CommitmentTransferReceived e) {
        boolean isTold = isSo("amount", e.getAmount())
                && e.getFromCommitmentId().equals(columns.get("transferred_from"))
                && e.getInvestorId().equals(columns.get("investor_id"))
                && isDrawn(e.getCalled(), e.getPaid(), e.getRestored(), e.getDistributed());
        moved(e.getHead(), e.getState());
        return isTold;
    }

    private boolean isDrawn(Money called, Money paid, Money restored, Money distributed) {
        return isSo("called", called)
                && isSo("paid", paid)
                && isSo("restored", restored)
                && isSo("distributed", distributed);
    }

    private boolean isSo(String column, Money told) {
        return columns.get(column) instanceof BigDecimal amount && amount.compareTo(told.getValue()) == 0;
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
                "opening_source",
                "transferred_from",
                "transferred_at")) {
            columns.put(notYet, null);
        }
        columns.put("transferred_to", List.of());
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
