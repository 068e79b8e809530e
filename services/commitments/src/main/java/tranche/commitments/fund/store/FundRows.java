package tranche.commitments.fund.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.commitments.fund.domain.FundContent;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.FundState;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.ForeignRows;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** The rows of funds. */
public final class FundRows {

    static final VersionedTable TABLE = new VersionedTable(
            "fund",
            List.of(
                    "fund_id uuid",
                    "programme_id uuid",
                    "name text",
                    "base_currency text",
                    "cap numeric",
                    "calendar text",
                    "notice_business_days integer",
                    "call_basis text",
                    "require_kyc boolean",
                    "require_transfer_consent boolean",
                    "zone text",
                    "own_zone boolean",
                    "unverified boolean",
                    "source_note text",
                    "state text",
                    "source_system text",
                    "external_ref text",
                    "maker_account uuid",
                    "maker_person uuid",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String COLLECTION = "funds";
    private static final String SAVE = TABLE.save();
    private static final String LOAD = "select * from fund where fund_id = any(?::uuid[])";

    private static final String COMMITTED = """
            select f.fund_id, f.base_currency, t.accepted + t.committed as committed
              from fund f join fund_total t using (fund_id) where f.fund_id = any(?::uuid[])
            """;

    private static final String FIRST_TOTALS = """
            insert into fund_total (fund_id, accepted, committed)
            select fund_id, 0, 0 from unnest(?::uuid[]) as f(fund_id)
            """;

    private FundRows() {}

    /** The funds that there are of these. */
    public static Map<FundId, Fund> load(Connection connection, Collection<FundId> ids) throws SQLException {
        Map<FundId, Fund> funds = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            LOAD,
                            select -> Bind.<FundId>rows(select, ids).uuid(FundId::value),
                            FundRows::read)
                    .forEach(fund -> funds.put(fund.id(), fund));
        }
        return funds;
    }

    /** What the funds' commitments come to, accepted and closed: what no cap may be below. */
    public static Map<FundId, Money> committed(Connection connection, Collection<FundId> ids) throws SQLException {
        Map<FundId, Money> committed = new HashMap<>();
        Query.list(
                        connection,
                        COMMITTED,
                        select -> Bind.<FundId>rows(select, ids).uuid(FundId::value),
                        row -> Map.entry(
                                new FundId(Rows.id(row, "fund_id")),
                                Rows.money(row, "committed", new Currency(row.getString("base_currency")))))
                .forEach(fund -> committed.put(fund.getKey(), fund.getValue()));
        return committed;
    }

    /** The funds that are known under foreign identities. */
    public static Map<ForeignIdentity, Known<Fund>> known(Connection connection, Collection<ForeignIdentity> identities)
            throws SQLException {
        Map<ForeignIdentity, ForeignRows.Row> found = ForeignRows.find(connection, COLLECTION, identities);
        Map<FundId, Fund> funds = load(
                connection,
                found.values().stream().map(row -> new FundId(row.id())).toList());
        Map<ForeignIdentity, Known<Fund>> known = new HashMap<>();
        found.forEach((identity, row) -> Optional.ofNullable(funds.get(new FundId(row.id())))
                .ifPresent(fund -> known.put(identity, new Known<>(row.id(), fund, row.payload()))));
        return known;
    }

    /** Keeps versions of funds, new ones with empty totals and under their foreign identities. */
    public static void save(Connection connection, List<Fund> versions) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Fund>rows(save, versions)
                    .uuid(fund -> fund.id().value())
                    .uuid(fund -> fund.programme().value())
                    .text(fund -> fund.content().name())
                    .text(fund -> fund.currency().code())
                    .numeric(fund -> fund.cap().map(cap -> cap.value()).orElse(null))
                    .text(fund -> fund.content().calendar().name())
                    .integer(fund -> fund.terms().noticeBusinessDays())
                    .text(fund -> fund.terms().callBasis().name())
                    .bool(fund -> fund.terms().requireKyc())
                    .bool(fund -> fund.terms().requireTransferConsent())
                    .text(fund -> fund.zone().getId())
                    .bool(fund -> fund.content().zone().isPresent())
                    .bool(fund -> fund.content().unverified())
                    .text(fund -> fund.content().sourceNote().orElse(null))
                    .text(fund -> fund.state().name())
                    .text(fund ->
                            fund.foreign().map(ForeignIdentity::sourceSystem).orElse(null))
                    .text(fund ->
                            fund.foreign().map(ForeignIdentity::externalRef).orElse(null))
                    .uuid(fund -> fund.maker().account())
                    .uuid(fund -> fund.maker().person())
                    .bigint(fund -> fund.version().number())
                    .date(fund -> fund.version().effectiveDate())
                    .instant(fund -> fund.version().recordedAt());
            save.executeUpdate();
        }
        List<Fund> made =
                versions.stream().filter(fund -> fund.version().number() == 1).toList();
        try (PreparedStatement totals = connection.prepareStatement(FIRST_TOTALS)) {
            Bind.<Fund>rows(totals, made).uuid(fund -> fund.id().value());
            totals.executeUpdate();
        }
        List<ForeignRows.Row> identities = new ArrayList<>();
        for (Fund fund : made) {
            fund.foreign()
                    .ifPresent(identity -> identities.add(new ForeignRows.Row(
                            identity, fund.id().value(), fund.content().hash())));
        }
        ForeignRows.insert(connection, COLLECTION, identities);
    }

    static Fund read(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("base_currency"));
        ZoneId zone = ZoneId.of(row.getString("zone"));
        return new Fund(
                new FundId(row.getObject("fund_id", UUID.class)),
                new ProgrammeId(row.getObject("programme_id", UUID.class)),
                new FundContent(
                        row.getString("name"),
                        currency,
                        Rows.optionalMoney(row, "cap", currency),
                        FundCalendar.valueOf(row.getString("calendar")),
                        new Terms(
                                row.getInt("notice_business_days"),
                                CallBasis.valueOf(row.getString("call_basis")),
                                row.getBoolean("require_kyc"),
                                row.getBoolean("require_transfer_consent")),
                        row.getBoolean("own_zone") ? Optional.of(zone) : Optional.empty(),
                        row.getBoolean("unverified"),
                        Rows.text(row, "source_note")),
                zone,
                FundState.valueOf(row.getString("state")),
                Rows.foreign(row),
                Rows.maker(row),
                Rows.version(row));
    }
}
