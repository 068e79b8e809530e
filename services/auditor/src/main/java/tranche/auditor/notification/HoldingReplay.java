package tranche.auditor.notification;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.topic.Applied;
import tranche.auditor.topic.Arrived;
import tranche.auditor.topic.KeptTable;
import tranche.commitments.CommitmentDraftEdited;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.FundCreated;

/** Which fund belongs to which programme and which investor to which fund, since when: how far a bound grant reaches (A09). */
final class HoldingReplay implements Applied {

    private static final String PROGRAMME = "programme_id";

    private final KeptTable funds;
    private final KeptTable investors;

    HoldingReplay(Snapshot kept, Findings findings) {
        funds = new KeptTable(kept, findings, "fund_of", "fund_id", "fund_id", PROGRAMME);
        investors = new KeptTable(kept, findings, "investor_of", "fund_id", "investor_id", "programme_id, since");
    }

    @Override
    public void event(Arrived arrived) {
        UUID key = arrived.key();
        Instant at = arrived.head().getRecordedAt();
        funds.concerns(key);
        investors.concerns(key);
        switch (arrived.event()) {
            case FundCreated e -> funds.add(key, key, new HashMap<>(Map.of(PROGRAMME, e.getProgrammeId())));
            case CommitmentDrafted e -> investors.add(key, e.getInvestorId(), part(e.getProgrammeId(), at));
            case CommitmentDraftEdited e -> investors.add(key, e.getInvestorId(), part(e.getProgrammeId(), at));
            case CommitmentTakenOn e -> investors.add(key, e.getInvestorId(), part(e.getProgrammeId(), at));
            case CommitmentTransferReceived e -> investors.add(key, e.getInvestorId(), part(e.getProgrammeId(), at));
            default -> {}
        }
    }

    private static Map<String, @Nullable Object> part(UUID programme, Instant since) {
        return new HashMap<>(Map.of(PROGRAMME, programme, "since", since));
    }

    @Override
    public void endOfPartition() throws SQLException {
        funds.compare();
        investors.compare();
    }

    @Override
    public void endOfTopic() throws SQLException {
        funds.checkNumber();
        investors.checkNumber();
    }
}
