package tranche.auditor.notification;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.topic.Applied;
import tranche.auditor.topic.Arrived;
import tranche.auditor.topic.KeptTable;
import tranche.commitments.CommitmentCancelled;
import tranche.commitments.CommitmentDraftEdited;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.CommitmentTransferred;
import tranche.commitments.FundCreated;

/**
 * Which fund belongs to which programme and which investor to which fund, since when: how far a bound grant reaches; and which
 * commitments are held (A09).
 */
final class HoldingReplay implements Applied {

    private static final String PROGRAMME = "programme_id";

    private final KeptTable funds;
    private final KeptTable investors;
    private final KeptTable commitments;

    HoldingReplay(Snapshot kept, Findings findings) {
        funds = new KeptTable(kept, findings, "fund_of", "fund_id", "fund_id", PROGRAMME);
        investors = new KeptTable(kept, findings, "investor_of", "fund_id", "investor_id", "programme_id, since");
        commitments =
                new KeptTable(kept, findings, "commitment_of", "fund_id", "commitment_id", "investor_id, is_held");
    }

    @Override
    public void event(Arrived arrived) {
        UUID key = arrived.key();
        Instant at = arrived.head().getRecordedAt();
        funds.concerns(key);
        investors.concerns(key);
        commitments.concerns(key);
        switch (arrived.event()) {
            case FundCreated e -> funds.add(key, key, new HashMap<>(Map.of(PROGRAMME, e.getProgrammeId())));
            case CommitmentDrafted e -> {
                investors.add(key, e.getInvestorId(), part(e.getProgrammeId(), at));
                hold(arrived, e.getInvestorId(), true);
            }
            case CommitmentDraftEdited e -> {
                investors.add(key, e.getInvestorId(), part(e.getProgrammeId(), at));
                hold(arrived, e.getInvestorId(), true);
            }
            case CommitmentTakenOn e -> {
                investors.add(key, e.getInvestorId(), part(e.getProgrammeId(), at));
                hold(arrived, e.getInvestorId(), true);
            }
            case CommitmentTransferReceived e -> {
                investors.add(key, e.getInvestorId(), part(e.getProgrammeId(), at));
                hold(arrived, e.getInvestorId(), true);
            }
            case CommitmentTransferred e ->
                hold(arrived, e.getInvestorId(), e.getAmount().getValue().signum() != 0);
            case CommitmentCancelled e -> hold(arrived, e.getInvestorId(), false);
            default -> {}
        }
    }

    /** What is heard last of a commitment counts. */
    private void hold(Arrived arrived, UUID investor, boolean isHeld) {
        UUID commitment = arrived.head().getAggregateId();
        Map<String, @Nullable Object> picture = new HashMap<>(Map.of("investor_id", investor, "is_held", isHeld));
        commitments.add(arrived.key(), commitment, picture);
        Objects.requireNonNull(commitments.row(arrived.key(), commitment)).putAll(picture);
    }

    private static Map<String, @Nullable Object> part(UUID programme, Instant since) {
        return new HashMap<>(Map.of(PROGRAMME, programme, "since", since));
    }

    @Override
    public void endOfPartition() throws SQLException {
        funds.compare();
        investors.compare();
        commitments.compare();
    }

    @Override
    public void endOfTopic() throws SQLException {
        funds.checkNumber();
        investors.checkNumber();
        commitments.checkNumber();
    }
}
