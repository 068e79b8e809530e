package tranche.commitments.notice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallLineId;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.notice.domain.Notice;
import tranche.commitments.notice.domain.NoticeId;
import tranche.commitments.payment.domain.Fingerprint;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.actor.ContentHash;

/** The rows of notices, each written once. */
public final class NoticeRows {

    private static final String INSERT = """
            insert into notice (notice_id, line_id, call_id, programme_id, fund_id, investor_id, content, sha256, key_id,
                                signature, fingerprint, notices_before, issued_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                                 ?::text[], ?::text[], ?::text[], ?::integer[], ?::timestamptz[])
            """;

    private static final String NAMED = """
            select investor_id, fund_id, fingerprint, count(*) as notices from notice
             where fund_id = any(?::uuid[]) and investor_id = any(?::uuid[]) and fingerprint is not null
             group by investor_id, fund_id, fingerprint
            """;

    private NoticeRows() {}

    /** How many notices to an investor of a fund have named an account. */
    public record Count(InvestorId investor, FundId fund, Fingerprint fingerprint, int notices) {}

    public static void insert(Connection connection, List<Notice> notices) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Bind.<Notice>rows(insert, notices)
                    .uuid(notice -> notice.id().value())
                    .uuid(notice -> notice.line().value())
                    .uuid(notice -> notice.call().value())
                    .uuid(notice -> notice.programme().value())
                    .uuid(notice -> notice.fund().value())
                    .uuid(notice -> notice.investor().value())
                    .text(Notice::content)
                    .text(notice -> notice.sha256().hex())
                    .text(Notice::keyId)
                    .text(Notice::signature)
                    .text(notice -> notice.named()
                            .map(named -> named.fingerprint().text())
                            .orElse(null))
                    .integer(notice -> notice.named().map(Notice.Named::before).orElse(null))
                    .instant(Notice::issuedAt);
            insert.executeUpdate();
        }
    }

    /** Of each of these funds and investors, by account. */
    public static List<Count> named(Connection connection, Collection<FundId> funds, Collection<InvestorId> investors)
            throws SQLException {
        return Query.list(
                connection,
                NAMED,
                select -> {
                    Bind.<FundId>rows(select, funds).uuid(FundId::value);
                    Bind.<InvestorId>rowsFrom(select, 2, investors).uuid(InvestorId::value);
                },
                row -> new Count(
                        new InvestorId(Rows.id(row, "investor_id")),
                        new FundId(Rows.id(row, "fund_id")),
                        new Fingerprint(row.getString("fingerprint")),
                        row.getInt("notices")));
    }

    static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                new NoticeId(Rows.id(row, "notice_id")),
                new CallLineId(Rows.id(row, "line_id")),
                new CallId(Rows.id(row, "call_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new FundId(Rows.id(row, "fund_id")),
                new InvestorId(Rows.id(row, "investor_id")),
                row.getString("content"),
                new ContentHash(row.getString("sha256")),
                row.getString("key_id"),
                row.getString("signature"),
                named(row),
                Rows.instant(row, "issued_at").orElseThrow());
    }

    static Optional<Notice.Named> named(ResultSet row) throws SQLException {
        return Rows.text(row, "fingerprint").isPresent()
                ? Optional.of(
                        new Notice.Named(new Fingerprint(row.getString("fingerprint")), row.getInt("notices_before")))
                : Optional.empty();
    }
}
