package tranche.commitments.notice.store;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import tranche.commitments.notice.domain.NoticeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.world.time.Clock;

/** The table {@code notice_file}: what was made of notices, byte for byte. */
@Singleton
public class NoticeFileRows {

    private static final String FIND = "select sha256, bytes from notice_file where notice_id = ? and language = ?";

    private static final String KEEP = """
            insert into notice_file (notice_id, language, sha256, bytes, made_at) values (?, ?, ?, ?, ?)
            on conflict do nothing returning sha256, bytes
            """;

    private final DataSource dataSource;
    private final Clock clock;

    NoticeFileRows(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** A file that is kept. */
    public record Kept(String sha256, byte[] bytes) {}

    public Optional<Kept> find(NoticeId notice, String language) {
        return Query.list(
                        dataSource,
                        FIND,
                        select -> {
                            select.setObject(1, notice.value());
                            select.setString(2, language);
                        },
                        NoticeFileRows::read)
                .stream()
                .findFirst();
    }

    /** Keeps a file, or gives the one that somebody else has kept meanwhile. */
    public Kept keep(NoticeId notice, String language, byte[] bytes) {
        return Query.list(
                        dataSource,
                        KEEP,
                        insert -> {
                            insert.setObject(1, notice.value());
                            insert.setString(2, language);
                            insert.setString(3, sha256(bytes));
                            insert.setBytes(4, bytes);
                            insert.setObject(5, Rows.at(clock.now()));
                        },
                        NoticeFileRows::read)
                .stream()
                .findFirst()
                .or(() -> find(notice, language))
                .orElseThrow();
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(row.getString("sha256"), row.getBytes("bytes"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
