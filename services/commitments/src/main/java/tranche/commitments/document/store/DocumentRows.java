package tranche.commitments.document.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import tranche.commitments.document.domain.Document;
import tranche.commitments.document.domain.FileType;
import tranche.commitments.document.domain.Subject;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;

/** The table {@code document}: the rows that name files. */
public final class DocumentRows {

    /** Namings go side by side; a sweep goes alone, so that no file is dropped between its keeping and its naming. */
    private static final String NAMING = "select pg_advisory_xact_lock_shared(7022920139172081301)";

    private static final String SWEEPING = "select pg_advisory_xact_lock(7022920139172081301)";

    private static final String INSERT = """
        insert into document (sha256, about, about_id, kind, type, size_bytes, maker_account, maker_person, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing
        """;

    private static final String ONE = "select * from document where sha256 = ? and about = ? and about_id = ?";

    private static final String UNNAMED = """
        select f.sha256 from unnest(?::text[]) as f(sha256)
         where not exists (select from document d where d.sha256 = f.sha256)
        """;

    private DocumentRows() {}

    /** Waits until no sweep is under way; before the file is put in its place. */
    public static void beginNaming(Connection connection) throws SQLException {
        lock(connection, NAMING);
    }

    /** Waits until no file is being named; before it is asked which are. */
    public static void beginSweeping(Connection connection) throws SQLException {
        lock(connection, SWEEPING);
    }

    private static void lock(Connection connection, String statement) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(statement)) {
            lock.execute();
        }
    }

    /** Names a file; whether it was not named about the object before. */
    public static boolean insert(Connection connection, Document document) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, document.sha256());
            insert.setString(2, document.about().type().name());
            insert.setObject(3, document.about().id());
            insert.setString(4, document.kind());
            insert.setString(5, document.type().name());
            insert.setLong(6, document.size());
            insert.setObject(7, document.maker().account());
            insert.setObject(8, document.maker().person());
            insert.setObject(9, OffsetDateTime.ofInstant(document.recordedAt(), ZoneOffset.UTC));
            return insert.executeUpdate() > 0;
        }
    }

    /** The document that names the file about the object; there is one. */
    public static Document one(Connection connection, String sha256, Subject about) throws SQLException {
        return Query.list(
                        connection,
                        ONE,
                        select -> {
                            select.setString(1, sha256);
                            select.setString(2, about.type().name());
                            select.setObject(3, about.id());
                        },
                        DocumentRows::read)
                .getFirst();
    }

    /** Those of the files that no row names. */
    public static List<String> unnamed(Connection connection, List<String> files) throws SQLException {
        return Query.list(
                connection,
                UNNAMED,
                select -> Bind.<String>rows(select, files).text(file -> file),
                row -> row.getString(1));
    }

    static Document read(ResultSet row) throws SQLException {
        return new Document(
                row.getString("sha256"),
                row.getLong("size_bytes"),
                FileType.valueOf(row.getString("type")),
                row.getString("kind"),
                new Subject(Subject.Type.valueOf(row.getString("about")), Rows.id(row, "about_id")),
                Rows.maker(row),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
