package tranche.commitments.journal.store;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.values.actor.Access;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.AsOf;

/** The journal and its balances as a caller may see them: staff of a fund all of it, an investor its own lines. */
@Singleton
public class JournalViews {

    private static final String BALANCES = """
        select x.ledger, x.account, x.investor_id, x.currency, sum(x.amount) as amount
          from posting x
         where x.fund_id = ?
           and x.effective_date <= coalesce(?::date, 'infinity')
           and x.recorded_at <= coalesce(?::timestamptz, 'infinity')
           and
        """ + " " + Reach.COMMITMENT + """
         group by x.ledger, x.account, x.investor_id, x.currency
         order by x.ledger, x.account, x.investor_id
        """;

    /** Which lines of an entry are shown: the caller's, of the investor that was asked for. */
    private static final String SHOWN = "(?::uuid is null or x.investor_id = ?) and " + Reach.COMMITMENT;

    private static final String ENTRIES = """
        select e.id, e.sequence, e.event_id, e.type, e.effective_date, e.recorded_at, e.prev_hash, e.hash,
               x.ledger, x.account, x.investor_id, x.currency, x.amount
          from (select * from journal_entry e
                 where e.fund_id = ? and e.sequence > ?
                   and e.effective_date <= coalesce(?::date, 'infinity')
                   and e.recorded_at <= coalesce(?::timestamptz, 'infinity')
                   and exists (select from posting x where x.entry_id = e.id and
        """ + " " + SHOWN + """
              ) order by e.sequence limit ?) e
        join posting x on x.entry_id = e.id and
        """ + " " + SHOWN + " order by e.sequence, x.line";

    private final DataSource dataSource;

    JournalViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What an account comes to; a debit is positive. */
    public record Balance(String ledger, String account, Optional<UUID> investor, Money amount) {}

    /** One line as it is shown. */
    public record Line(String ledger, String account, Optional<UUID> investor, Money amount) {}

    /** One entry with the lines that the caller may see. */
    public record Entry(
            UUID id,
            long sequence,
            UUID event,
            String type,
            LocalDate effectiveDate,
            Instant recordedAt,
            String prevHash,
            String hash,
            List<Line> lines) {}

    public List<Balance> balances(Access access, UUID fund, AsOf asOf) {
        return Query.list(
                dataSource,
                BALANCES,
                select -> {
                    select.setObject(1, fund);
                    int next = Rows.bind(select, 2, asOf);
                    Reach.of(access).bind(select, next);
                },
                row -> new Balance(row.getString("ledger"), row.getString("account"), investor(row), money(row)));
    }

    /** Entries after a place in the fund's journal, in its order. One more than the limit, if there is one. */
    public List<Entry> entries(Access access, UUID fund, Optional<UUID> investor, AsOf asOf, long after, int limit) {
        Map<Long, Entry> entries = new LinkedHashMap<>();
        Query.list(
                        dataSource,
                        ENTRIES,
                        select -> bind(select, access, fund, investor, asOf, after, limit),
                        JournalViews::read)
                .forEach(one -> entries.merge(one.sequence(), one, JournalViews::joined));
        return List.copyOf(entries.values());
    }

    private static void bind(
            PreparedStatement select,
            Access access,
            UUID fund,
            Optional<UUID> investor,
            AsOf asOf,
            long after,
            int limit)
            throws SQLException {
        select.setObject(1, fund);
        select.setLong(2, after);
        int next = shown(select, Rows.bind(select, 3, asOf), access, investor);
        select.setInt(next, limit + 1);
        shown(select, next + 1, access, investor);
    }

    private static int shown(PreparedStatement select, int first, Access access, Optional<UUID> investor)
            throws SQLException {
        select.setObject(first, investor.orElse(null));
        select.setObject(first + 1, investor.orElse(null));
        return Reach.of(access).bind(select, first + 2);
    }

    private static Entry joined(Entry one, Entry other) {
        List<Line> lines = new ArrayList<>(one.lines());
        lines.addAll(other.lines());
        return new Entry(
                one.id(),
                one.sequence(),
                one.event(),
                one.type(),
                one.effectiveDate(),
                one.recordedAt(),
                one.prevHash(),
                one.hash(),
                lines);
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                Rows.id(row, "id"),
                row.getLong("sequence"),
                Rows.id(row, "event_id"),
                row.getString("type"),
                row.getObject("effective_date", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                HexFormat.of().formatHex(row.getBytes("prev_hash")),
                HexFormat.of().formatHex(row.getBytes("hash")),
                List.of(new Line(row.getString("ledger"), row.getString("account"), investor(row), money(row))));
    }

    private static Optional<UUID> investor(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("investor_id", UUID.class));
    }

    private static Money money(ResultSet row) throws SQLException {
        return Rows.money(row, "amount", new Currency(row.getString("currency")));
    }
}
