package tranche.notifications.subject.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.subject.domain.Held;
import tranche.notifications.subject.domain.Holding;

/** The tables {@code fund_of}, {@code investor_of} and {@code commitment_of}. */
public final class HoldingRows {

    private static final String FUNDS = """
            insert into fund_of (fund_id, programme_id) select * from unnest(?::uuid[], ?::uuid[])
            on conflict (fund_id) do nothing
            returning fund_id
            """;

    private static final String INVESTORS = """
            insert into investor_of (investor_id, fund_id, programme_id, since)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[])
            on conflict (investor_id, fund_id) do nothing
            returning investor_id, fund_id
            """;

    /** Of a commitment that is told of several times the last counts: its fund's events come in order. */
    private static final String HELD = """
            insert into commitment_of (commitment_id, fund_id, investor_id, is_held)
            select distinct on (commitment_id) commitment_id, fund_id, investor_id, is_held
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[])
                   with ordinality as r(commitment_id, fund_id, investor_id, is_held, place)
             order by commitment_id, place desc
            on conflict (commitment_id) do update set investor_id = excluded.investor_id, is_held = excluded.is_held
            """;

    private HoldingRows() {}

    /** Keeps whose commitments are. */
    public static void hold(Connection connection, List<Held> held) throws SQLException {
        if (held.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(HELD)) {
            Bind.<Held>rows(insert, held)
                    .uuid(Held::commitment)
                    .uuid(Held::fund)
                    .uuid(Held::investor)
                    .bool(Held::isHeld);
            insert.executeUpdate();
        }
    }

    private record Pair(UUID investor, UUID fund) {}

    /**
     * Keeps what was told elsewhere; a fund's events come in order, so that the first is the earliest.
     *
     * @return those of them that nobody had told of before
     */
    public static List<Holding> keep(Connection connection, List<Holding> holdings) throws SQLException {
        List<Holding> funds =
                holdings.stream().filter(one -> one.investor().isEmpty()).toList();
        List<Holding> investors =
                holdings.stream().filter(one -> one.investor().isPresent()).toList();
        List<Holding> news = new ArrayList<>();
        if (!funds.isEmpty()) {
            Set<UUID> inserted = new HashSet<>(Query.list(
                    connection,
                    FUNDS,
                    insert -> Bind.<Holding>rows(insert, funds)
                            .uuid(Holding::fund)
                            .uuid(Holding::programme),
                    row -> Rows.id(row, "fund_id")));
            funds.stream().filter(one -> inserted.remove(one.fund())).forEach(news::add);
        }
        if (!investors.isEmpty()) {
            Set<Pair> inserted = new HashSet<>(Query.list(
                    connection,
                    INVESTORS,
                    insert -> Bind.<Holding>rows(insert, investors)
                            .uuid(one -> one.investor().orElseThrow())
                            .uuid(Holding::fund)
                            .uuid(Holding::programme)
                            .instant(one -> Rows.at(one.since())),
                    row -> new Pair(Rows.id(row, "investor_id"), Rows.id(row, "fund_id"))));
            investors.stream()
                    .filter(one -> inserted.remove(new Pair(one.investor().orElseThrow(), one.fund())))
                    .forEach(news::add);
        }
        return news;
    }
}
