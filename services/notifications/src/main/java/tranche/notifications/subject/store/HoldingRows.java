package tranche.notifications.subject.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.subject.domain.Holding;

/** The tables {@code fund_of} and {@code investor_of}. */
public final class HoldingRows {

    private static final String FUNDS = """
            insert into fund_of (fund_id, programme_id) select * from unnest(?::uuid[], ?::uuid[])
            on conflict (fund_id) do nothing
            """;

    private static final String INVESTORS = """
            insert into investor_of (investor_id, fund_id, programme_id, since)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[])
            on conflict (investor_id, fund_id) do nothing
            """;

    private HoldingRows() {}

    /** Keeps what was told elsewhere; a fund's events come in order, so that the first is the earliest. */
    public static void keep(Connection connection, List<Holding> holdings) throws SQLException {
        List<Holding> funds =
                holdings.stream().filter(one -> one.investor().isEmpty()).toList();
        List<Holding> investors =
                holdings.stream().filter(one -> one.investor().isPresent()).toList();
        if (!funds.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(FUNDS)) {
                Bind.<Holding>rows(insert, funds).uuid(Holding::fund).uuid(Holding::programme);
                insert.executeUpdate();
            }
        }
        if (!investors.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(INVESTORS)) {
                Bind.<Holding>rows(insert, investors)
                        .uuid(one -> one.investor().orElseThrow())
                        .uuid(Holding::fund)
                        .uuid(Holding::programme)
                        .instant(one -> Rows.at(one.since()));
                insert.executeUpdate();
            }
        }
    }
}
