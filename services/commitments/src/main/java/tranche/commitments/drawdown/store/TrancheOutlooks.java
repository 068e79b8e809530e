package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheOutlook;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.store.FundRows;

/** How certain tranches are, for whoever shows their forecasts: whose these are was asked there. */
public final class TrancheOutlooks {

    private TrancheOutlooks() {}

    public static Map<TrancheId, TrancheOutlook> of(Connection connection, Collection<TrancheId> ids, Instant now)
            throws SQLException {
        List<Tranche> tranches = TrancheRows.load(connection, ids, List.of());
        TrancheFacts wanted = new TrancheFacts();
        tranches.forEach(tranche -> wanted.conditions(tranche.conditions().conditions()));
        Map<FundId, Fund> funds = FundRows.load(
                connection, tranches.stream().map(Tranche::fund).distinct().toList());
        Map<UUID, Optional<Fund>> byKey = new HashMap<>();
        funds.forEach((id, fund) -> byKey.put(id.value(), Optional.of(fund)));
        Map<UUID, Facts> facts = wanted.load(connection, byKey);
        Map<TrancheId, TrancheOutlook> outlooks = new HashMap<>();
        for (Tranche tranche : tranches) {
            Fund fund = Objects.requireNonNull(funds.get(tranche.fund()));
            outlooks.put(
                    tranche.id(),
                    TrancheOutlook.of(
                            tranche, facts.getOrDefault(tranche.fund().value(), Facts.NONE), fund.today(now)));
        }
        return outlooks;
    }
}
