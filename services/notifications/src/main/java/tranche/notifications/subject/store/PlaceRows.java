package tranche.notifications.subject.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.subject.domain.Located;
import tranche.notifications.subject.domain.Place;

/** The tables {@code place} and {@code project_region}. */
public final class PlaceRows {

    private static final String KEEP = """
            insert into place (id, kind, programme_id, fund_id, project_id, investor_id)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[])
            on conflict (id) do nothing
            """;

    private static final String LOCATE = """
            insert into project_region (project_id, region, since) select * from unnest(?::uuid[], ?::text[], ?::timestamptz[])
            on conflict (project_id, since) do nothing
            """;

    private PlaceRows() {}

    /** Keeps where things belong: that never changes. */
    public static void keep(Connection connection, List<Place> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<Place>rows(insert, places)
                    .uuid(Place::id)
                    .text(one -> one.kind().name())
                    .uuid(one -> one.scope().programme().orElse(null))
                    .uuid(one -> one.scope().fund().orElse(null))
                    .uuid(one -> one.scope().project().orElse(null))
                    .uuid(one -> one.scope().investor().orElse(null));
            insert.executeUpdate();
        }
    }

    /** Keeps in which regions projects are from when on. */
    public static void locate(Connection connection, List<Located> located) throws SQLException {
        if (located.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(LOCATE)) {
            Bind.<Located>rows(insert, located)
                    .uuid(Located::project)
                    .text(Located::region)
                    .instant(one -> Rows.at(one.since()));
            insert.executeUpdate();
        }
    }
}
