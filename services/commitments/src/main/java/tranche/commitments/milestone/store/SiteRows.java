package tranche.commitments.milestone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.commitments.milestone.domain.Site;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.country.Country;

/** The table {@code site}. */
public final class SiteRows {

    private static final String LOAD = "select * from site where project_id = any(?::uuid[])";

    private static final String SAVE = """
            insert into site (project_id, programme_id, name, country, region)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
            on conflict (project_id) do update
               set name = excluded.name, country = excluded.country, region = excluded.region
            """;

    private SiteRows() {}

    /** The sites that are known of these projects. */
    public static Map<UUID, Site> load(Connection connection, Collection<UUID> projects) throws SQLException {
        Map<UUID, Site> sites = new HashMap<>();
        if (!projects.isEmpty()) {
            Query.list(
                            connection,
                            LOAD,
                            select -> Bind.<UUID>rows(select, projects).uuid(project -> project),
                            SiteRows::read)
                    .forEach(site -> sites.put(site.project(), site));
        }
        return sites;
    }

    /** @param told in order of time: the last of a project counts */
    public static void save(Connection connection, List<Site> told) throws SQLException {
        if (told.isEmpty()) {
            return;
        }
        Map<UUID, Site> last = new LinkedHashMap<>();
        told.forEach(site -> last.put(site.project(), site));
        try (PreparedStatement insert = connection.prepareStatement(SAVE)) {
            Bind.<Site>rows(insert, last.values())
                    .uuid(Site::project)
                    .uuid(site -> site.programme().value())
                    .text(site -> site.name().orElse(null))
                    .text(site -> site.country().code())
                    .text(Site::region);
            insert.executeUpdate();
        }
    }

    private static Site read(ResultSet row) throws SQLException {
        return new Site(
                Rows.id(row, "project_id"),
                new ProgrammeId(Rows.id(row, "programme_id")),
                Rows.text(row, "name"),
                new Country(row.getString("country")),
                row.getString("region"));
    }
}
