package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.notice.domain.Moved;

/** The table {@code forecast_moved}. */
public final class MovedRows {

    /**
     * Whether a notice {@code n} is one of a slip for an investor of a grant {@code h}: if it has moved a call that he has to
     * expect. Whatever else is for investors is for each of them.
     */
    static final String MINE = """
            (h.role <> 'INVESTOR' or n.type <> 'MS_05'
             or exists (select from forecast_moved m
                         where m.milestone_id = n.subject_id and m.investor_id = h.investor_id
                           and m.slip_days = (n.figures #>> '{slip,count}')::integer and m.recorded_at >= n.recorded_at)) """;

    private static final String KEEP = """
            insert into forecast_moved (cause_id, investor_id, milestone_id, slip_days, recorded_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::integer[], ?::timestamptz[])
            on conflict (cause_id, milestone_id, slip_days) do nothing
            """;

    private static final String SLIPS = """
            select distinct n.notice_id
              from unnest(?::uuid[], ?::integer[], ?::timestamptz[]) as m(milestone_id, slip_days, recorded_at)
              join notice n on n.subject_id = m.milestone_id and n.type = 'MS_05' and n.recorded_at <= m.recorded_at
                           and (n.figures #>> '{slip,count}')::integer = m.slip_days
            """;

    private MovedRows() {}

    /** Keeps what investors were told of. */
    public static void keep(Connection connection, List<Moved> moved) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<Moved>rows(insert, moved)
                    .uuid(Moved::cause)
                    .uuid(Moved::investor)
                    .uuid(Moved::milestone)
                    .integer(Moved::slipDays)
                    .instant(one -> Rows.at(one.recordedAt()));
            insert.executeUpdate();
        }
    }

    /** The notices of the slips that were meant, as far as they are there. */
    static List<UUID> slips(Connection connection, Collection<Moved> moved) throws SQLException {
        return Query.list(
                connection,
                SLIPS,
                select -> Bind.<Moved>rows(select, moved)
                        .uuid(Moved::milestone)
                        .integer(Moved::slipDays)
                        .instant(one -> Rows.at(one.recordedAt())),
                row -> Rows.id(row, "notice_id"));
    }
}
