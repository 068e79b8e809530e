package tranche.portal.raise.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.raise.domain.CallBackground;
import tranche.portal.raise.domain.InvestorKind;
import tranche.values.actor.Access;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What led to a call and who bears it, from the kept rows. */
@Singleton
final class CallBackgroundStore implements CallBackground {

    private static final String TRANCHE = """
            select t.name, t.currency, t.amount, t.project_id
              from raise_tranche t
             where t.tranche_id = ?
               and exists (select from raise_commitment c where c.fund_id = t.fund_id and\s""" + RaiseReach.COMMITMENT + ")";

    private static final String DRAFTED = """
            select h.recorded_at
              from raise_change h
             where h.about = ? and h.kind = 'CAPITAL_CALL_DRAFTED'
               and exists (select from raise_commitment c where c.fund_id = h.fund_id and\s""" + RaiseReach.COMMITMENT + """
             ) order by h.place limit 1
            """;

    private static final String BEARERS = "select c.commitment_id, i.kind, c.currency, " + CommitmentStore.UNCALLED
            + " as uncalled " + """
              from raise_commitment c
              join raise_investor i using (investor_id)
             where c.commitment_id = any(?::uuid[]) and\s""" + RaiseReach.COMMITMENT;

    private final DataSource dataSource;

    CallBackgroundStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Unlocked> tranche(Access access, UUID tranche) {
        return Query.list(
                        dataSource,
                        TRANCHE,
                        select -> {
                            select.setObject(1, tranche);
                            RaiseReach.of(access).bindCommitment(select, 2);
                        },
                        row -> new Unlocked(
                                row.getString("name"),
                                money(row, "amount"),
                                Optional.ofNullable(row.getObject("project_id", UUID.class))))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Instant> drafted(Access access, UUID call) {
        return Query.list(
                        dataSource,
                        DRAFTED,
                        select -> {
                            select.setObject(1, call);
                            RaiseReach.of(access).bindCommitment(select, 2);
                        },
                        row -> row.getObject("recorded_at", OffsetDateTime.class)
                                .toInstant())
                .stream()
                .findFirst();
    }

    @Override
    public Map<UUID, Bearer> bearers(Access access, Collection<UUID> commitments) {
        return Query.list(
                        dataSource,
                        BEARERS,
                        select -> {
                            Bind.<UUID>rows(select, commitments).uuid(id -> id);
                            RaiseReach.of(access).bindCommitment(select, 2);
                        },
                        row -> Map.entry(
                                row.getObject("commitment_id", UUID.class),
                                new Bearer(InvestorKind.valueOf(row.getString("kind")), money(row, "uncalled"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(new Currency(row.getString("currency")), row.getBigDecimal(column));
    }
}
