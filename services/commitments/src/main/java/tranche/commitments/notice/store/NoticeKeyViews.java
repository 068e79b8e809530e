package tranche.commitments.notice.store;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import tranche.commitments.notice.domain.PublishedKey;
import tranche.flow.read.Query;

/** The keys of notices as anybody may see them. */
@Singleton
public class NoticeKeyViews {

    private static final String ALL = "select * from notice_key order by made_at, key_id";
    private static final String UNTOLD = "select * from notice_key where not published order by key_id";

    private final DataSource dataSource;

    NoticeKeyViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All that ever signed, the oldest first: there is one more whenever a data folder is begun anew. */
    public List<PublishedKey> all() {
        return Query.list(dataSource, ALL, _ -> {}, NoticeKeyRows::read);
    }

    /** Those that have signed and were not told of. */
    public List<PublishedKey> untold() {
        return Query.list(dataSource, UNTOLD, _ -> {}, NoticeKeyRows::read);
    }
}
