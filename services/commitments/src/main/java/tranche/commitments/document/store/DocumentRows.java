package tranche.commitments.document.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.commitments.document.domain.Document;
import tranche.commitments.document.domain.Subject;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.file.FileType;

/** The table {@code document}: the rows that name files. */
public final class DocumentRows {

    private static final String INSERT = """
        insert into document (sha256, about, about_id, kind, type, size_bytes, maker_account, maker_person, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing
        """;

    private static final String ONE = "select * from document where sha256 = ? and about = ? and about_id = ?";

    private static final String OF_FUNDS = """
        select about_id, kind, sha256 from document
         where about = 'FUND' and about_id = any(?::uuid[]) and kind = any(?::text[])
         order by about_id, kind, sha256
        """;

    private DocumentRows() {}

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

    /** The hashes of the documents about funds, by fund and kind, of the kinds given. */
    public static Map<UUID, Map<String, List<String>>> ofFunds(
            Connection connection, Collection<UUID> funds, Collection<String> kinds) throws SQLException {
        Map<UUID, Map<String, List<String>>> found = new HashMap<>();
        if (!kinds.isEmpty()) {
            Query.list(
                            connection,
                            OF_FUNDS,
                            select -> {
                                Bind.<UUID>rows(select, funds).uuid(fund -> fund);
                                Bind.<String>rowsFrom(select, 2, kinds).text(kind -> kind);
                            },
                            row -> new Named(Rows.id(row, "about_id"), row.getString("kind"), row.getString("sha256")))
                    .forEach(one -> found.computeIfAbsent(one.fund(), _ -> new HashMap<>())
                            .computeIfAbsent(one.kind(), _ -> new ArrayList<>())
                            .add(one.sha256()));
        }
        return found;
    }

    private record Named(UUID fund, String kind, String sha256) {}

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
