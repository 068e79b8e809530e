package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.ConditionVersion;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheState;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.values.money.Currency;
import tranche.values.register.ForeignIdentity;

/** The rows of tranches. */
public final class TrancheRows {

    static final VersionedTable TABLE = new VersionedTable(
            "tranche",
            List.of(
                    "tranche_id uuid",
                    "programme_id uuid",
                    "fund_id uuid",
                    "project_id uuid",
                    "name text",
                    "currency text",
                    "amount numeric",
                    "condition_version integer",
                    "conditions_from date",
                    "conditions jsonb",
                    "awaits jsonb",
                    "state text",
                    "evaluation jsonb",
                    "watched boolean",
                    "drafted_version integer",
                    "call_id uuid",
                    "held text",
                    "reason text",
                    "source_system text",
                    "external_ref text",
                    "maker_account uuid",
                    "maker_person uuid",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String SAVE = TABLE.save();

    private static final String LOAD =
            "select * from tranche where tranche_id = any(?::uuid[]) or call_id = any(?::uuid[])";

    private static final String AWAITED = """
            with recursive chain(root, id) as (
                select t.tranche_id, waited.id::uuid
                  from tranche t cross join jsonb_array_elements_text(t.awaits) as waited(id)
                 where t.tranche_id = any(?::uuid[])
                union
                select chain.root, waited.id::uuid
                  from chain join tranche t on t.tranche_id = chain.id
                       cross join jsonb_array_elements_text(t.awaits) as waited(id))
            select t.tranche_id, t.programme_id, r.event_id,
                   array(select chain.id from chain join tranche n on n.tranche_id = chain.id
                          where chain.root = t.tranche_id) as after
              from tranche t left join tranche_release r using (tranche_id)
             where t.tranche_id = any(?::uuid[])
            """;

    private static final String RELEASE =
            "insert into tranche_release (tranche_id, event_id) select * from unnest(?::uuid[], ?::uuid[])";

    private static final String RELEASED = "select tranche_id from tranche_release where tranche_id = any(?::uuid[])";

    private TrancheRows() {}

    /** Those whose calls were issued. */
    public static Set<TrancheId> released(Connection connection, Collection<TrancheId> ids) throws SQLException {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(Query.list(
                        connection,
                        RELEASED,
                        select -> Bind.<TrancheId>rows(select, ids).uuid(TrancheId::value),
                        row -> new TrancheId(Rows.id(row, "tranche_id"))));
    }

    /** The tranches that are named, and those of which the calls are. */
    static List<Tranche> load(Connection connection, Collection<TrancheId> ids, Collection<CallId> calls)
            throws SQLException {
        return ids.isEmpty() && calls.isEmpty()
                ? List.of()
                : Query.list(
                        connection,
                        LOAD,
                        select -> {
                            Bind.<TrancheId>rows(select, ids).uuid(TrancheId::value);
                            Bind.<CallId>rowsFrom(select, 2, calls).uuid(CallId::value);
                        },
                        TrancheRows::read);
    }

    /** What is known of tranches that others wait for. */
    static Map<TrancheId, Facts.Awaited> awaited(Connection connection, Collection<TrancheId> ids) throws SQLException {
        Map<TrancheId, Facts.Awaited> awaited = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            AWAITED,
                            select -> {
                                Bind.<TrancheId>rows(select, ids).uuid(TrancheId::value);
                                Bind.<TrancheId>rowsFrom(select, 2, ids).uuid(TrancheId::value);
                            },
                            row -> Map.entry(
                                    new TrancheId(Rows.id(row, "tranche_id")),
                                    new Facts.Awaited(
                                            new ProgrammeId(Rows.id(row, "programme_id")),
                                            Optional.ofNullable(row.getObject("event_id", UUID.class)),
                                            Stream.of((UUID[]) row.getArray("after")
                                                            .getArray())
                                                    .map(TrancheId::new)
                                                    .collect(Collectors.toSet()))))
                    .forEach(one -> awaited.put(one.getKey(), one.getValue()));
        }
        return awaited;
    }

    static void save(Connection connection, Collection<Tranche> versions) throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Tranche>rows(save, versions)
                    .uuid(one -> one.id().value())
                    .uuid(one -> one.programme().value())
                    .uuid(one -> one.fund().value())
                    .uuid(one -> one.project().orElse(null))
                    .text(Tranche::name)
                    .text(one -> one.amount().currency().code())
                    .numeric(one -> one.amount().value())
                    .integer(one -> one.conditions().number())
                    .date(one -> one.conditions().effectiveFrom())
                    .column(
                            "jsonb",
                            one -> ConditionJson.conditions(one.conditions().conditions()))
                    .column("jsonb", one -> ConditionJson.awaits(one.conditions()))
                    .text(one -> one.state().name())
                    .column(
                            "jsonb",
                            one -> one.evaluation()
                                    .map(ConditionJson::evaluation)
                                    .orElse(null))
                    .bool(Tranche::isMovedUntold)
                    .integer(Tranche::draftedVersion)
                    .uuid(one -> one.call().orElse(null))
                    .text(one -> one.held().orElse(null))
                    .text(one -> one.reason().orElse(null))
                    .text(one ->
                            one.foreign().map(ForeignIdentity::sourceSystem).orElse(null))
                    .text(one -> one.foreign().map(ForeignIdentity::externalRef).orElse(null))
                    .uuid(one -> one.maker().account())
                    .uuid(one -> one.maker().person())
                    .bigint(one -> one.version().number())
                    .date(one -> one.version().effectiveDate())
                    .instant(one -> one.version().recordedAt());
            save.executeUpdate();
        }
    }

    /** Keeps which events have released tranches. */
    static void release(Connection connection, Map<TrancheId, UUID> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(RELEASE)) {
            Bind.<Map.Entry<TrancheId, UUID>>rows(insert, new ArrayList<>(events.entrySet()))
                    .uuid(one -> one.getKey().value())
                    .uuid(Map.Entry::getValue);
            insert.executeUpdate();
        }
    }

    static Tranche read(ResultSet row) throws SQLException {
        return new Tranche(
                new TrancheId(Rows.id(row, "tranche_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new FundId(Rows.id(row, "fund_id")),
                Optional.ofNullable(row.getObject("project_id", UUID.class)),
                row.getString("name"),
                Rows.money(row, "amount", new Currency(row.getString("currency"))),
                new ConditionVersion(
                        row.getInt("condition_version"),
                        ConditionJson.conditions(row.getString("conditions")),
                        row.getObject("conditions_from", LocalDate.class)),
                TrancheState.valueOf(row.getString("state")),
                Rows.text(row, "evaluation").map(ConditionJson::evaluation),
                row.getInt("drafted_version"),
                Optional.ofNullable(row.getObject("call_id", UUID.class)),
                Rows.text(row, "held"),
                Rows.text(row, "reason"),
                Rows.foreign(row),
                Rows.maker(row),
                Rows.version(row));
    }
}
