package tranche.commitments.investor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.investor.domain.Holdings;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorContent;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.domain.InvestorKind;
import tranche.commitments.investor.domain.InvestorState;
import tranche.commitments.investor.domain.Kyc;
import tranche.commitments.investor.domain.Lei;
import tranche.flow.read.Query;
import tranche.flow.register.ForeignRows;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.values.actor.Scope;
import tranche.values.country.Country;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** The rows of investors. */
public final class InvestorRows {

    static final VersionedTable TABLE = new VersionedTable(
            "investor",
            List.of(
                    "investor_id uuid",
                    "name text",
                    "kind text",
                    "country text",
                    "lei text",
                    "consent_to_be_named boolean",
                    "state text",
                    "kyc_status text",
                    "kyc_valid_until date",
                    "source_system text",
                    "external_ref text",
                    "maker_account uuid",
                    "maker_person uuid",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String COLLECTION = "investors";
    private static final String SAVE = TABLE.save();
    private static final String LOAD = "select * from investor where investor_id = any(?::uuid[])";

    private static final String HOLDINGS = """
            select distinct investor_id, programme_id, fund_id from commitment where investor_id = any(?::uuid[])
            """;

    private InvestorRows() {}

    /** The investors that there are of these. */
    public static Map<InvestorId, Investor> load(Connection connection, Collection<InvestorId> ids)
            throws SQLException {
        Map<InvestorId, Investor> investors = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            LOAD,
                            select -> Bind.<InvestorId>rows(select, ids).uuid(InvestorId::value),
                            InvestorRows::read)
                    .forEach(investor -> investors.put(investor.id(), investor));
        }
        return investors;
    }

    /** The investors that are known under foreign identities. */
    public static Map<ForeignIdentity, Known<Investor>> known(
            Connection connection, Collection<ForeignIdentity> identities) throws SQLException {
        Map<ForeignIdentity, ForeignRows.Row> found = ForeignRows.find(connection, COLLECTION, identities);
        Map<InvestorId, Investor> investors = load(
                connection,
                found.values().stream().map(row -> new InvestorId(row.id())).toList());
        Map<ForeignIdentity, Known<Investor>> known = new HashMap<>();
        found.forEach((identity, row) -> Optional.ofNullable(investors.get(new InvestorId(row.id())))
                .ifPresent(investor -> known.put(identity, new Known<>(row.id(), investor, row.payload()))));
        return known;
    }

    /** In which funds the investors have commitments. */
    public static Holdings holdings(Connection connection, Collection<InvestorId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Holdings.NONE;
        }
        Map<InvestorId, Set<Scope>> places = new HashMap<>();
        ids.forEach(id -> places.put(id, new HashSet<>()));
        List<Scope> found = Query.list(
                connection,
                HOLDINGS,
                select -> Bind.<InvestorId>rows(select, ids).uuid(InvestorId::value),
                row -> Scope.of(Rows.id(row, "programme_id"), Rows.id(row, "fund_id"), Rows.id(row, "investor_id")));
        for (Scope place : found) {
            Objects.requireNonNull(places.get(new InvestorId(place.investor().orElseThrow())))
                    .add(place);
        }
        return new Holdings(places);
    }

    /** Keeps versions of investors. */
    public static void save(Connection connection, List<Investor> versions) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Investor>rows(save, versions)
                    .uuid(investor -> investor.id().value())
                    .text(investor -> investor.content().name())
                    .text(investor -> investor.content().kind().name())
                    .text(investor -> investor.content().country().code())
                    .text(investor -> investor.content().lei().map(Lei::value).orElse(null))
                    .bool(investor -> investor.content().consentToBeNamed())
                    .text(investor -> investor.state().name())
                    .text(investor ->
                            investor.kyc().map(kyc -> kyc.status().name()).orElse(null))
                    .date(investor -> investor.kyc().flatMap(Kyc::validUntil).orElse(null))
                    .text(investor -> investor.foreign()
                            .map(ForeignIdentity::sourceSystem)
                            .orElse(null))
                    .text(investor ->
                            investor.foreign().map(ForeignIdentity::externalRef).orElse(null))
                    .uuid(investor -> investor.maker().account())
                    .uuid(investor -> investor.maker().person())
                    .bigint(investor -> investor.version().number())
                    .date(investor -> investor.version().effectiveDate())
                    .instant(investor -> investor.version().recordedAt());
            save.executeUpdate();
        }
    }

    /** Keeps the foreign identities of investors that were just registered. */
    public static void name(Connection connection, List<ForeignRows.Row> identities) throws SQLException {
        ForeignRows.insert(connection, COLLECTION, identities);
    }

    static Investor read(ResultSet row) throws SQLException {
        return new Investor(
                new InvestorId(row.getObject("investor_id", UUID.class)),
                new InvestorContent(
                        row.getString("name"),
                        InvestorKind.valueOf(row.getString("kind")),
                        new Country(row.getString("country")),
                        Rows.text(row, "lei").map(Lei::new),
                        row.getBoolean("consent_to_be_named")),
                InvestorState.valueOf(row.getString("state")),
                Rows.text(row, "kyc_status").map(Kyc.Status::valueOf).map(status -> kyc(row, status)),
                Rows.foreign(row),
                Rows.maker(row),
                Rows.version(row));
    }

    private static Kyc kyc(ResultSet row, Kyc.Status status) {
        try {
            return new Kyc(status, Rows.date(row, "kyc_valid_until"));
        } catch (SQLException noSuchColumn) {
            throw new IllegalStateException(noSuchColumn);
        }
    }
}
