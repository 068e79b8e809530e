package tranche.auditor.raise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
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
import tranche.commitments.FundClosedToNew;
import tranche.commitments.FundCreated;
import tranche.commitments.FundTermsChanged;
import tranche.commitments.InvestorChanged;
import tranche.commitments.InvestorRegistered;
import tranche.commitments.ProgrammeCreated;
import tranche.portal.AccountCreated;
import tranche.portal.PersonLinked;

/** Objects as their events have left them so far, by the columns of their rows. */
final class Pictures {

    private final Map<RaiseTable, Map<UUID, Map<String, @Nullable Object>>> tables = new EnumMap<>(RaiseTable.class);

    private final FundingPictures funding = new FundingPictures(this::picture);

    Map<UUID, Map<String, @Nullable Object>> of(RaiseTable table) {
        return tables.computeIfAbsent(table, _ -> new LinkedHashMap<>());
    }

    void clear() {
        tables.clear();
    }

    private Map<String, @Nullable Object> picture(RaiseTable table, UUID id) {
        return of(table).computeIfAbsent(id, _ -> {
            Map<String, @Nullable Object> columns = new LinkedHashMap<>();
            columns.put(table.id(), id);
            return columns;
        });
    }

    void apply(IndexedRecord event) {
        switch (event) {
            case ProgrammeCreated e -> {
                Map<String, @Nullable Object> programme = picture(RaiseTable.PROGRAMME, e.getProgrammeId());
                programme.put("name", e.getName());
                programme.put("headline", e.getHeadlineCurrency());
                programme.put("target", value(e.getTarget()));
                programme.put("target_source", e.getTargetSource().orElse(null));
                programme.put("target_date", e.getTargetDate().orElse(null));
                programme.put("claimed", e.getHead().getEffectiveDate());
                programme.put("sample", e.getSample());
            }
            case FundCreated e -> {
                Map<String, @Nullable Object> fund = picture(RaiseTable.FUND, e.getFundId());
                fund.put("programme_id", e.getProgrammeId());
                fund.put("name", e.getName());
                fund.put("currency", e.getBaseCurrency());
                fund.put("cap", value(e.getCap()));
                fund.put("unverified", e.getUnverified());
                fund.put("closed_to_new", false);
                fund.put("source_note", e.getSourceNote().orElse(null));
                fund.put("source_system", e.getSourceSystem().orElse(null));
                fund.put("external_ref", e.getExternalRef().orElse(null));
            }
            case FundTermsChanged e -> picture(RaiseTable.FUND, e.getFundId()).put("cap", value(e.getCap()));
            case FundClosedToNew e -> picture(RaiseTable.FUND, e.getFundId()).put("closed_to_new", true);
            case InvestorRegistered e ->
                investor(e.getInvestorId(), e.getName(), e.getKind(), e.getCountry(), e.getConsentToBeNamed());
            case InvestorChanged e ->
                investor(e.getInvestorId(), e.getName(), e.getKind(), e.getCountry(), e.getConsentToBeNamed());
            case AccountCreated e ->
                picture(RaiseTable.PERSON, e.getAccountId()).put("person_id", e.getPersonId());
            case PersonLinked e -> picture(RaiseTable.PERSON, e.getAccountId()).put("person_id", e.getPersonId());
            default -> {
                applyToCommitment(event);
                funding.apply(event);
            }
        }
    }

    private void applyToCommitment(IndexedRecord event) {
        switch (event) {
            case CommitmentDrafted e -> {
                Map<String, @Nullable Object> commitment =
                        opened(e.getHead(), e.getProgrammeId(), e.getFundId(), e.getInvestorId(), e.getState());
                edited(
                        commitment,
                        e.getAmount(),
                        e.getHead().getEffectiveDate(),
                        e.getEffectiveDatePrecision(),
                        e.getHead());
                commitment.put("take_on", false);
            }
            case CommitmentTakeOnDrafted e -> {
                Map<String, @Nullable Object> commitment =
                        opened(e.getHead(), e.getProgrammeId(), e.getFundId(), e.getInvestorId(), e.getState());
                edited(commitment, e.getAmount(), e.getAsOf(), e.getEffectiveDatePrecision(), e.getHead());
                drawn(commitment, e.getCalled(), e.getPaid(), e.getRestored());
                commitment.put("source", e.getSource());
                commitment.put("take_on", true);
            }
            case CommitmentDraftEdited e ->
                edited(
                        moved(e.getHead(), e.getState()),
                        e.getAmount(),
                        e.getHead().getEffectiveDate(),
                        e.getEffectiveDatePrecision(),
                        e.getHead());
            case CommitmentSubmitted e -> {
                Map<String, @Nullable Object> commitment = moved(e.getHead(), e.getState());
                commitment.put("source", e.getSource().orElse(null));
                commitment.put("documents", List.copyOf(e.getDocuments()));
                makerOf(commitment, e.getHead().getActorId());
            }
            case CommitmentAccepted e -> moved(e.getHead(), e.getState()).put("closing_date", e.getClosingDate());
            case CommitmentClosed e -> moved(e.getHead(), e.getState()).put("closing_date", e.getClosingDate());
            case CommitmentTakenOn e -> moved(e.getHead(), e.getState()).put("closing_date", e.getAsOf());
            case CommitmentDrawn e ->
                drawn(moved(e.getHead(), e.getState()), e.getCalled(), e.getPaid(), e.getRestored());
            case CommitmentAmended e ->
                moved(e.getHead(), e.getState()).put("amount", e.getAmount().getValue());
            case CommitmentTransferred e -> {
                Map<String, @Nullable Object> commitment = moved(e.getHead(), e.getState());
                // What went over whole stays to be read as what it was.
                if (!e.getState().equals("TRANSFERRED")) {
                    commitment.put("amount", e.getAmount().getValue());
                }
                drawn(commitment, e.getCalled(), e.getPaid(), e.getRestored());
            }
            case CommitmentTransferReceived e -> {
                Map<String, @Nullable Object> commitment =
                        opened(e.getHead(), e.getProgrammeId(), e.getFundId(), e.getInvestorId(), e.getState());
                edited(commitment, e.getAmount(), e.getHead().getEffectiveDate(), "DAY", e.getHead());
                drawn(commitment, e.getCalled(), e.getPaid(), e.getRestored());
                commitment.put("take_on", false);
            }
            case CommitmentReturned e -> moved(e.getHead(), e.getState());
            case CommitmentCancelled e -> moved(e.getHead(), e.getState());
            default -> {
                // No page of the raise shows it.
            }
        }
    }

    private void investor(UUID id, String name, String kind, String country, boolean consent) {
        Map<String, @Nullable Object> investor = picture(RaiseTable.INVESTOR, id);
        investor.put("name", name);
        investor.put("kind", kind);
        investor.put("country", country);
        investor.put("consent_to_be_named", consent);
    }

    private Map<String, @Nullable Object> opened(Head head, UUID programme, UUID fund, UUID investor, String state) {
        Map<String, @Nullable Object> commitment = moved(head, state);
        commitment.put("programme_id", programme);
        commitment.put("fund_id", fund);
        commitment.put("investor_id", investor);
        commitment.put("called", BigDecimal.ZERO);
        commitment.put("paid", BigDecimal.ZERO);
        commitment.put("restored", BigDecimal.ZERO);
        commitment.put("closing_date", null);
        commitment.put("source", null);
        commitment.put("documents", List.of());
        return commitment;
    }

    private Map<String, @Nullable Object> moved(Head head, String state) {
        Map<String, @Nullable Object> commitment = picture(RaiseTable.COMMITMENT, head.getAggregateId());
        commitment.put("state", state);
        commitment.put("version", head.getVersion());
        commitment.put("changed_at", head.getRecordedAt());
        return commitment;
    }

    private static void drawn(Map<String, @Nullable Object> commitment, Money called, Money paid, Money restored) {
        commitment.put("called", called.getValue());
        commitment.put("paid", paid.getValue());
        commitment.put("restored", restored.getValue());
    }

    private static void edited(
            Map<String, @Nullable Object> commitment, Money amount, LocalDate day, String precision, Head head) {
        commitment.put("currency", amount.getCurrency());
        commitment.put("amount", amount.getValue());
        commitment.put("effective_date", day);
        commitment.put("date_precision", precision);
        makerOf(commitment, head.getActorId());
    }

    /** Ids are compared in the order of their text, which is that of PostgreSQL. */
    private static void makerOf(Map<String, @Nullable Object> commitment, UUID maker) {
        TreeSet<String> makers = new TreeSet<>();
        if (commitment.get("sorted_makers") instanceof List<?> before) {
            before.forEach(one -> makers.add(one.toString()));
        }
        makers.add(maker.toString());
        commitment.put("sorted_makers", makers.stream().map(UUID::fromString).toList());
    }

    private static @Nullable BigDecimal value(Optional<Money> money) {
        return money.map(Money::getValue).orElse(null);
    }
}
