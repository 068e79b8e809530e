package tranche.notifications.webhook.store;

import java.net.URI;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.delivery.domain.Target;
import tranche.notifications.webhook.domain.Endpoint;
import tranche.notifications.webhook.domain.EndpointState;

/** The table {@code webhook_endpoint}. */
public final class EndpointRows {

    private static final String LOAD = "select * from webhook_endpoint where endpoint_id = any(?::uuid[])";

    private static final String COUNT = """
            select owner_id, count(*) as count from webhook_endpoint
             where owner_id = any(?::uuid[]) and state <> 'DELETED' group by owner_id
            """;

    private static final String SAVE = """
            insert into webhook_endpoint (endpoint_id, owner_id, url, types, state, secret_number, secret_since, tests,
                                          failing_since, warned, created_at, version, effective_date, recorded_at)
            select endpoint_id, owner_id, url, string_to_array(types, ','), state, secret_number, secret_since, tests,
                   failing_since, warned, created_at, version, effective_date, recorded_at
              from (select distinct on (endpoint_id) *
                      from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::timestamptz[],
                                  ?::bigint[], ?::timestamptz[], ?::boolean[], ?::timestamptz[], ?::bigint[], ?::date[],
                                  ?::timestamptz[])
                           as r(endpoint_id, owner_id, url, types, state, secret_number, secret_since, tests,
                                failing_since, warned, created_at, version, effective_date, recorded_at)
                     order by endpoint_id, version desc) r
            on conflict (endpoint_id) do update
               set state = excluded.state, secret_number = excluded.secret_number, secret_since = excluded.secret_since,
                   tests = excluded.tests, failing_since = excluded.failing_since, warned = excluded.warned,
                   version = excluded.version,
                   effective_date = excluded.effective_date, recorded_at = excluded.recorded_at
            """;

    /**
     * An endpoint gets what was recorded since it is there, but for how endpoints fail: that is told where it arrives. Its row is held, so that whoever proves it meanwhile waits, and then
     * releases what is made here.
     */
    private static final String TARGETS = """
            select a.alert_id, a.recipient_id, e.endpoint_id, e.state
              from alert a
              join notice n on n.notice_id = a.notice_id
              join webhook_endpoint e on e.owner_id = a.recipient_id
             where a.alert_id = any(?::uuid[])
               and e.state = any(?::text[])
               and n.type <> 'WH_01'
               and e.created_at <= n.recorded_at
               and e.types && array['*', replace(n.type, '_', '-')]
             order by e.endpoint_id, a.alert_id
               for share of e
            """;

    private EndpointRows() {}

    /** Those of these that are there, by their ids; those that were taken away among them. */
    public static Map<UUID, Endpoint> load(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, Endpoint> found = new HashMap<>();
        Query.list(connection, LOAD, select -> Bind.<UUID>rows(select, ids).uuid(id -> id), EndpointRows::read)
                .forEach(endpoint -> found.put(endpoint.id(), endpoint));
        return found;
    }

    /** How many each account has; none where it has none. */
    public static Map<UUID, Integer> count(Connection connection, Collection<UUID> owners) throws SQLException {
        Map<UUID, Integer> counts = new HashMap<>();
        Query.list(
                        connection,
                        COUNT,
                        select -> Bind.<UUID>rows(select, owners).uuid(id -> id),
                        row -> Map.entry(Rows.id(row, "owner_id"), row.getInt("count")))
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /** Stores new states. */
    public static void save(Connection connection, List<Endpoint> endpoints) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(SAVE)) {
            Bind.<Endpoint>rows(upsert, endpoints)
                    .uuid(Endpoint::id)
                    .uuid(Endpoint::owner)
                    .text(endpoint -> endpoint.url().toString())
                    .text(endpoint -> String.join(",", endpoint.types()))
                    .text(endpoint -> endpoint.state().name())
                    .integer(Endpoint::secretNumber)
                    .instant(endpoint -> Rows.at(endpoint.secretSince()))
                    .bigint(Endpoint::tests)
                    .instant(endpoint -> endpoint.failingSince().map(Rows::at).orElse(null))
                    .bool(Endpoint::warned)
                    .instant(endpoint -> Rows.at(endpoint.createdAt()))
                    .bigint(endpoint -> endpoint.version().number())
                    .date(endpoint -> endpoint.version().effectiveDate())
                    .instant(endpoint -> Rows.at(endpoint.version().recordedAt()));
            upsert.executeUpdate();
        }
    }

    /** Where alerts go that were just raised. */
    public static List<Target> targets(Connection connection, Collection<UUID> alerts) throws SQLException {
        List<EndpointState> taking = List.of(EndpointState.values()).stream()
                .filter(EndpointState::takesAlerts)
                .toList();
        return Query.list(
                connection,
                TARGETS,
                select -> {
                    Bind.<UUID>rows(select, alerts).uuid(id -> id);
                    Bind.<EndpointState>rowsFrom(select, 2, taking).text(EndpointState::name);
                },
                row -> new Target(
                        Rows.id(row, "alert_id"),
                        Rows.id(row, "recipient_id"),
                        Rows.id(row, "endpoint_id"),
                        EndpointState.valueOf(row.getString("state")) != EndpointState.UNVERIFIED));
    }

    static Endpoint read(ResultSet row) throws SQLException {
        Array types = row.getArray("types");
        return new Endpoint(
                Rows.id(row, "endpoint_id"),
                Rows.id(row, "owner_id"),
                URI.create(row.getString("url")),
                List.of((String[]) types.getArray()),
                EndpointState.valueOf(row.getString("state")),
                row.getInt("secret_number"),
                Rows.instant(row, "secret_since").orElseThrow(),
                row.getLong("tests"),
                Rows.instant(row, "failing_since"),
                row.getBoolean("warned"),
                Rows.instant(row, "created_at").orElseThrow(),
                Rows.version(row));
    }
}
