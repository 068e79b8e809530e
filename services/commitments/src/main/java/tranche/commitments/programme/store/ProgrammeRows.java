package tranche.commitments.programme.store;

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
import tranche.commitments.programme.domain.Programme;
import tranche.commitments.programme.domain.ProgrammeContent;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.commitments.programme.domain.RaiseThreshold;
import tranche.flow.read.Query;
import tranche.flow.register.ForeignRows;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** The rows of programmes. */
public final class ProgrammeRows {

    static final VersionedTable TABLE = new VersionedTable(
            "programme",
            List.of(
                    "programme_id uuid",
                    "name text",
                    "headline_currency text",
                    "target numeric",
                    "target_source text",
                    "target_date date",
                    "sample boolean",
                    "zone text",
                    "source_system text",
                    "external_ref text",
                    "maker_account uuid",
                    "maker_person uuid",
                    "threshold_told integer",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String COLLECTION = "programmes";
    private static final String SAVE = TABLE.save();
    private static final String LOAD = "select * from programme where programme_id = any(?::uuid[])";

    /** What is committed in another currency is told nowhere as an amount of the headline's (rule D-14). */
    private static final String COMMITTED = """
            select p.programme_id, p.headline_currency, coalesce(sum(t.committed), 0) as committed
              from programme p
              left join fund f on f.programme_id = p.programme_id and f.base_currency = p.headline_currency
              left join fund_total t on t.fund_id = f.fund_id
             where p.programme_id = any(?::uuid[])
             group by p.programme_id
            """;

    private ProgrammeRows() {}

    /** The programmes that there are of these. */
    public static Map<ProgrammeId, Programme> load(Connection connection, Collection<ProgrammeId> ids)
            throws SQLException {
        Map<ProgrammeId, Programme> programmes = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            LOAD,
                            select -> Bind.<ProgrammeId>rows(select, ids).uuid(ProgrammeId::value),
                            ProgrammeRows::read)
                    .forEach(programme -> programmes.put(programme.id(), programme));
        }
        return programmes;
    }

    /** What is committed to the funds of these programmes whose currency is the headline's, as it stands. */
    public static Map<ProgrammeId, Money> committed(Connection connection, Collection<ProgrammeId> ids)
            throws SQLException {
        Map<ProgrammeId, Money> committed = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            COMMITTED,
                            select -> Bind.<ProgrammeId>rows(select, ids).uuid(ProgrammeId::value),
                            row -> Map.entry(
                                    new ProgrammeId(Rows.id(row, "programme_id")),
                                    Rows.money(row, "committed", new Currency(row.getString("headline_currency")))))
                    .forEach(sum -> committed.put(sum.getKey(), sum.getValue()));
        }
        return committed;
    }

    /** The programmes that are known under foreign identities. */
    public static Map<ForeignIdentity, Known<Programme>> known(
            Connection connection, Collection<ForeignIdentity> identities) throws SQLException {
        Map<ForeignIdentity, ForeignRows.Row> found = ForeignRows.find(connection, COLLECTION, identities);
        Map<ProgrammeId, Programme> programmes = load(
                connection,
                found.values().stream().map(row -> new ProgrammeId(row.id())).toList());
        Map<ForeignIdentity, Known<Programme>> known = new HashMap<>();
        found.forEach((identity, row) -> {
            Programme programme = programmes.get(new ProgrammeId(row.id()));
            if (programme != null) {
                known.put(identity, new Known<>(row.id(), programme, row.payload()));
            }
        });
        return known;
    }

    /** Keeps versions of programmes, new ones under their foreign identities. */
    public static void save(Connection connection, List<Programme> versions) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Programme>rows(save, versions)
                    .uuid(programme -> programme.id().value())
                    .text(programme -> programme.content().name())
                    .text(programme -> programme.content().headlineCurrency().code())
                    .numeric(programme -> programme
                            .content()
                            .target()
                            .map(target -> target.value())
                            .orElse(null))
                    .text(programme -> programme.content().targetSource().orElse(null))
                    .date(programme -> programme.content().targetDate().orElse(null))
                    .bool(programme -> programme.content().sample())
                    .text(programme -> programme.content().zone().getId())
                    .text(programme -> programme
                            .foreign()
                            .map(ForeignIdentity::sourceSystem)
                            .orElse(null))
                    .text(programme -> programme
                            .foreign()
                            .map(ForeignIdentity::externalRef)
                            .orElse(null))
                    .uuid(programme -> programme.maker().account())
                    .uuid(programme -> programme.maker().person())
                    .integer(programme ->
                            programme.told().map(RaiseThreshold::percent).orElse(null))
                    .bigint(programme -> programme.version().number())
                    .date(programme -> programme.version().effectiveDate())
                    .instant(programme -> programme.version().recordedAt());
            save.executeUpdate();
        }
        List<ForeignRows.Row> identities = new ArrayList<>();
        for (Programme programme : versions) {
            programme
                    .foreign()
                    .filter(_ -> programme.version().number() == 1)
                    .ifPresent(identity -> identities.add(new ForeignRows.Row(
                            identity,
                            programme.id().value(),
                            programme.content().hash())));
        }
        ForeignRows.insert(connection, COLLECTION, identities);
    }

    static Programme read(ResultSet row) throws SQLException {
        Currency headline = new Currency(row.getString("headline_currency"));
        return new Programme(
                new ProgrammeId(row.getObject("programme_id", UUID.class)),
                new ProgrammeContent(
                        row.getString("name"),
                        headline,
                        Rows.optionalMoney(row, "target", headline),
                        Rows.text(row, "target_source"),
                        Rows.date(row, "target_date"),
                        row.getBoolean("sample"),
                        ZoneId.of(row.getString("zone"))),
                Rows.foreign(row),
                Rows.maker(row),
                Optional.ofNullable(row.getObject("threshold_told", Integer.class))
                        .map(RaiseThreshold::of),
                Rows.version(row));
    }
}
