package tranche.commitments.notice.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.notice.domain.Notice;
import tranche.commitments.notice.domain.NoticeCheck;
import tranche.commitments.payment.domain.Fingerprint;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.values.actor.Access;
import tranche.values.actor.ContentHash;

/** Notices as their fund's staff and their own investor see them, and what anybody is told who holds one. */
@Singleton
public class NoticeViews {

    private static final String ONE =
            "select x.* from notice x where x.call_id = ? and x.line_id = ? and " + Reach.COMMITMENT;

    /** Of accounts that took effect in the same instant the last one held alone, so none of the others was replaced. */
    private static final String CHECK = """
            select n.issued_at, n.fingerprint, n.notices_before, old.fingerprint as old_fingerprint, old.until as old_until,
                   (select min(v.recorded_at) from call_line_version v
                     where v.line_id = n.line_id and v.state = 'REVERSED') as withdrawn_at
              from notice n
              left join lateral (
                   select h.fingerprint, h.until
                     from (select b.fingerprint, b.effective_from,
                                  lead(b.effective_from) over (order by b.effective_from) as until
                             from (select distinct on (a.effective_from) a.fingerprint, a.effective_from
                                     from bank_account a
                                    where a.fund_id = n.fund_id and a.effective_from <= n.issued_at
                                    order by a.effective_from, a.bank_account_id desc) b) h
                    where h.fingerprint <> n.fingerprint and h.until is not null
                    order by h.effective_from desc
                    limit 1) old on true
             where n.sha256 = ?
                or n.notice_id = (select f.notice_id from notice_file f where f.sha256 = ?)
            """;

    private final DataSource dataSource;

    NoticeViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The notice of a line; empty where there is none that the caller may see. */
    public Optional<Notice> one(Access access, UUID call, UUID line) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            select.setObject(1, call);
                            select.setObject(2, line);
                            Reach.of(access).bind(select, 3);
                        },
                        NoticeRows::read)
                .stream()
                .findFirst();
    }

    /** What a file of that hash is, be it the signed content or one that was made of it. */
    public NoticeCheck check(ContentHash sha256) {
        List<NoticeCheck> found = Query.list(
                dataSource,
                CHECK,
                select -> {
                    select.setString(1, sha256.hex());
                    select.setString(2, sha256.hex());
                },
                row -> NoticeCheck.of(
                        Rows.instant(row, "issued_at").orElseThrow(),
                        Rows.instant(row, "withdrawn_at"),
                        NoticeRows.named(row),
                        replaced(row)));
        return found.stream().findFirst().orElse(NoticeCheck.UNKNOWN);
    }

    private static Optional<NoticeCheck.Replaced> replaced(ResultSet row) throws SQLException {
        Optional<Instant> until = Rows.instant(row, "old_until");
        return until.isPresent()
                ? Optional.of(new NoticeCheck.Replaced(
                        new Fingerprint(row.getString("old_fingerprint")), until.orElseThrow()))
                : Optional.empty();
    }
}
