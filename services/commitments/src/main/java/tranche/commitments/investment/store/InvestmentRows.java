package tranche.commitments.investment.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.store.FundRows;
import tranche.commitments.investment.domain.Invest;
import tranche.commitments.investment.domain.Investment;
import tranche.commitments.investment.domain.InvestmentId;
import tranche.commitments.investment.domain.Treasury;
import tranche.commitments.milestone.store.SiteRows;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.Version;

/** The rows of investments, and what a decision about one must know. */
public final class InvestmentRows {

    /** The bank account, less what settles no line (2050) and what is held for investors (2060), both of them credits. */
    private static final String CASH = """
            select f.fund_id, f.base_currency, coalesce(sum(b.amount), 0) as cash
              from fund f
              left join balance b on b.fund_id = f.fund_id and b.currency = f.base_currency and b.ledger = 'CASH'
                                 and b.account in ('1000', '2050', '2060')
             where f.fund_id = any(?::uuid[])
             group by f.fund_id
            """;

    private static final String TRANCHES = """
            select tranche_id, fund_id, project_id, state = 'RELEASED' as released
              from tranche where tranche_id = any(?::uuid[])
            """;

    private static final String INSERT = """
            insert into investment (investment_id, programme_id, fund_id, project_id, tranche_id, currency, amount, version,
                                    effective_date, recorded_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::numeric[],
                                 ?::bigint[], ?::date[], ?::timestamptz[])
            """;

    private InvestmentRows() {}

    /** What the commands of each fund ask for. */
    public static Map<UUID, Treasury> load(Connection connection, Map<UUID, List<Invest>> commands)
            throws SQLException {
        List<Invest> all = commands.values().stream().flatMap(List::stream).toList();
        List<FundId> ids = commands.keySet().stream().map(FundId::new).toList();
        Map<FundId, Fund> funds = FundRows.load(connection, ids);
        Map<FundId, Money> cash = cash(connection, ids);
        Map<UUID, ProgrammeId> projects = new HashMap<>();
        SiteRows.load(connection, all.stream().map(Invest::project).distinct().toList())
                .forEach((project, site) -> projects.put(project, site.programme()));
        Map<FundId, Map<TrancheId, Treasury.Slice>> tranches = tranches(
                connection,
                all.stream()
                        .flatMap(invest -> invest.tranche().stream())
                        .distinct()
                        .toList());
        Map<UUID, Treasury> treasuries = new HashMap<>();
        for (FundId id : ids) {
            treasuries.put(
                    id.value(),
                    new Treasury(
                            Optional.ofNullable(funds.get(id)),
                            Optional.ofNullable(cash.get(id)),
                            projects,
                            tranches.getOrDefault(id, Map.of()),
                            Map.of()));
        }
        return treasuries;
    }

    private static Map<FundId, Money> cash(Connection connection, Collection<FundId> funds) throws SQLException {
        Map<FundId, Money> cash = new HashMap<>();
        Query.list(
                        connection,
                        CASH,
                        select -> Bind.<FundId>rows(select, funds).uuid(FundId::value),
                        row -> Map.entry(
                                new FundId(Rows.id(row, "fund_id")),
                                Rows.money(row, "cash", new Currency(row.getString("base_currency")))))
                .forEach(one -> cash.put(one.getKey(), one.getValue()));
        return cash;
    }

    private record Named(FundId fund, TrancheId id, Treasury.Slice slice) {}

    private static Map<FundId, Map<TrancheId, Treasury.Slice>> tranches(
            Connection connection, Collection<TrancheId> ids) throws SQLException {
        Map<FundId, Map<TrancheId, Treasury.Slice>> tranches = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            TRANCHES,
                            select -> Bind.<TrancheId>rows(select, ids).uuid(TrancheId::value),
                            row -> new Named(
                                    new FundId(Rows.id(row, "fund_id")),
                                    new TrancheId(Rows.id(row, "tranche_id")),
                                    new Treasury.Slice(
                                            Optional.ofNullable(row.getObject("project_id", UUID.class)),
                                            row.getBoolean("released"))))
                    .forEach(one -> tranches.computeIfAbsent(one.fund(), _ -> new HashMap<>())
                            .put(one.id(), one.slice()));
        }
        return tranches;
    }

    public static void insert(Connection connection, Collection<Investment> made) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Bind.<Investment>rows(insert, made)
                    .uuid(one -> one.id().value())
                    .uuid(one -> one.programme().value())
                    .uuid(one -> one.fund().value())
                    .uuid(Investment::project)
                    .uuid(one -> one.tranche().map(TrancheId::value).orElse(null))
                    .text(one -> one.amount().currency().code())
                    .numeric(one -> one.amount().value())
                    .bigint(one -> one.version().number())
                    .date(one -> one.version().effectiveDate())
                    .instant(one -> one.version().recordedAt());
            insert.executeUpdate();
        }
    }

    static Investment read(ResultSet row) throws SQLException {
        Version version = Rows.version(row);
        return new Investment(
                new InvestmentId(Rows.id(row, "investment_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new FundId(Rows.id(row, "fund_id")),
                Rows.id(row, "project_id"),
                Optional.ofNullable(row.getObject("tranche_id", UUID.class)).map(TrancheId::new),
                Rows.money(row, "amount", new Currency(row.getString("currency"))),
                version);
    }
}
