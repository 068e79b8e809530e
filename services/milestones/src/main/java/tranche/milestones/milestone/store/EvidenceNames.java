package tranche.milestones.milestone.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tranche.flow.file.FileNames;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;

/** Files of this service are named by evidence alone. */
@Singleton
public final class EvidenceNames implements FileNames {

    private static final String UNNAMED = """
            select f.sha256 from unnest(?::text[]) as f(sha256)
             where not exists (select from evidence e where e.sha256 = f.sha256)
            """;

    @Override
    public List<String> unnamed(Connection connection, List<String> files) throws SQLException {
        return Query.list(
                connection,
                UNNAMED,
                select -> Bind.<String>rows(select, files).text(file -> file),
                row -> row.getString(1));
    }
}
