package tranche.portal.raise.store;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.listing.store.ListCursor;
import tranche.portal.listing.store.ListOrder;
import tranche.portal.raise.domain.CommitmentFilter;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.CommitmentRow;
import tranche.portal.raise.domain.CommitmentSort;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.CommitmentTotals;
import tranche.portal.raise.domain.DatePrecision;
import tranche.portal.raise.domain.InvestorKind;
import tranche.portal.raise.domain.KnownDate;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** The list of commitments, from the kept rows. */
@Singleton
final class CommitmentStore implements CommitmentList {

    /** What can still be called (domain §1). */
    static final String UNCALLED = "case when c.state = 'CLOSED' then c.amount - c.called + c.restored else 0 end";

    private static final String FROM = """
              from raise_commitment c
              join raise_programme p using (programme_id)
              join raise_fund f using (fund_id, programme_id)
              join raise_investor i using (investor_id)
             where\s""" + RaiseReach.COMMITMENT + """
               and (?::uuid is null or c.programme_id = ?)
               and (?::uuid is null or c.fund_id = ?)
               and (?::text is null or i.kind = ?)
               and (?::text is null or c.state = ?)
               and (?::text is null or position(lower(?) in lower(i.name)) > 0 or position(lower(?) in lower(f.name)) > 0)
            """;

    private static final String COLUMNS = "select c.*, p.sample, f.name as fund_name, f.unverified as fund_unverified,"
            + " i.name as investor_name, i.kind, " + UNCALLED + " as uncalled";

    private static final String NAMED = COLUMNS + """
              from raise_commitment c
              join raise_programme p using (programme_id)
              join raise_fund f using (fund_id, programme_id)
              join raise_investor i using (investor_id)
             where c.commitment_id = any(?::uuid[]) and\s""" + RaiseReach.COMMITMENT;

    private static final String TOTALS =
            """
            select c.currency, c.state, count(*) as count, sum(c.amount) as amount, sum(c.called) as called,
                   sum(c.paid) as paid, sum(\s""" + UNCALLED + ") as uncalled" + FROM + " group by c.currency, c.state order by c.currency";

    private static final String INVESTORS = "select count(distinct c.investor_id)" + FROM;

    private static final String FUND_CHOICES = "select distinct f.fund_id, f.name"
            + " from raise_commitment c join raise_fund f using (fund_id, programme_id) where " + RaiseReach.COMMITMENT
            + " and (?::uuid is null or c.programme_id = ?) order by f.name, f.fund_id";

    private static final String WAITING = Acceptable.TAKEN
            + """
            select c.programme_id, p.name, c.currency, count(*) filter (where a.passes) as count,
                   coalesce(sum(c.amount) filter (where a.passes), 0) as amount,
                   count(*) filter (where not a.passes) as held
              from raise_commitment c
              join raise_programme p using (programme_id)
              join raise_fund f using (fund_id, programme_id)
              join raise_investor i using (investor_id)
              left join taken t on t.fund_id = c.fund_id
             cross join lateral (select\s""" + Acceptable.CLEARANCE + " in ('NOT_ASKED', 'CLEARED') and "
            + Acceptable.FITS + " as passes) a where c.state = 'SUBMITTED' and " + RaiseReach.COMMITMENT
            + """
               and not exists (select from unnest(c.makers) as maker(account_id)
                                 left join raise_person r using (account_id)
                                where maker.account_id = ? or r.person_id = ?)
             group by c.programme_id, p.name, c.currency
             order by c.currency
            """;

    private final DataSource dataSource;

    CommitmentStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Page page(Access access, CommitmentFilter filter, CommitmentSort sort, Optional<String> after, int limit) {
        ListOrder order = CommitmentOrder.of(sort);
        Optional<ListCursor> cursor = after.map(text -> ListCursor.parse(text, sort.code(), filter, order));
        String sql = COLUMNS + order.columns() + FROM + (cursor.isPresent() ? order.after() : "") + order.orderBy()
                + " limit ?";
        List<ListCursor> ends = new ArrayList<>();
        List<CommitmentRow> rows = Query.list(
                dataSource,
                sql,
                select -> {
                    int next = bind(select, access, filter);
                    for (String value : cursor.map(ListCursor::values).orElse(List.of())) {
                        select.setString(next++, value);
                    }
                    // One more than asked for tells whether another page follows.
                    select.setInt(next, limit + 1);
                },
                row -> {
                    ends.add(order.end(row));
                    return read(row);
                });
        return rows.size() <= limit
                ? new Page(rows, Optional.empty())
                : new Page(
                        rows.subList(0, limit), Optional.of(ends.get(limit - 1).text(sort.code(), filter)));
    }

    @Override
    public Map<UUID, CommitmentRow> of(Access access, Collection<UUID> commitments) {
        return Query.list(
                        dataSource,
                        NAMED,
                        select -> {
                            Bind.<UUID>rows(select, commitments).uuid(id -> id);
                            RaiseReach.of(access).bindCommitment(select, 2);
                        },
                        CommitmentStore::read)
                .stream()
                .collect(Collectors.toMap(CommitmentRow::id, row -> row));
    }

    private static int bind(PreparedStatement select, Access access, CommitmentFilter filter) throws SQLException {
        int next = RaiseReach.of(access).bindCommitment(select, 1);
        for (Optional<?> part : List.of(
                filter.programme(),
                filter.fund(),
                filter.kind().map(Enum::name),
                filter.state().map(Enum::name))) {
            select.setObject(next++, part.orElse(null));
            select.setObject(next++, part.orElse(null));
        }
        for (int i = 0; i < 3; i++) {
            select.setString(next++, filter.text().orElse(null));
        }
        return next;
    }

    private static CommitmentRow read(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        return new CommitmentRow(
                row.getObject("commitment_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getString("fund_name"),
                row.getObject("investor_id", UUID.class),
                row.getString("investor_name"),
                InvestorKind.valueOf(row.getString("kind")),
                CommitmentState.valueOf(row.getString("state")),
                new Money(currency, row.getBigDecimal("amount")),
                new Money(currency, row.getBigDecimal("called")),
                new Money(currency, row.getBigDecimal("paid")),
                new Money(currency, row.getBigDecimal("uncalled")),
                Optional.of(new KnownDate(
                        row.getObject("effective_date", java.time.LocalDate.class),
                        DatePrecision.valueOf(row.getString("date_precision")))),
                Sources.isUnverified(row.getString("source")) || row.getBoolean("fund_unverified"),
                row.getBoolean("sample"));
    }

    private record Total(CommitmentState state, CommitmentTotals.InCurrency sums) {

        /** What went over to another investor stands in that one's row too, and is added up once. */
        Total counted() {
            return state == CommitmentState.TRANSFERRED ? new Total(state, sums.withoutAmount()) : this;
        }
    }

    @Override
    public CommitmentTotals totals(Access access, CommitmentFilter filter) {
        List<Total> totals = Query.list(dataSource, TOTALS, select -> bind(select, access, filter), row -> {
            Currency currency = new Currency(row.getString("currency"));
            return new Total(
                    CommitmentState.valueOf(row.getString("state")),
                    new CommitmentTotals.InCurrency(
                            row.getLong("count"),
                            new Money(currency, row.getBigDecimal("amount")),
                            new Money(currency, row.getBigDecimal("called")),
                            new Money(currency, row.getBigDecimal("paid")),
                            new Money(currency, row.getBigDecimal("uncalled"))));
        });
        long investors = Query.list(
                        dataSource, INVESTORS, select -> bind(select, access, filter), row -> row.getLong(1))
                .getFirst();
        Map<CommitmentState, Long> byState = new EnumMap<>(CommitmentState.class);
        List<CommitmentTotals.InCurrency> byCurrency = new ArrayList<>();
        for (Total each : totals) {
            Total total = filter.state().isEmpty() ? each.counted() : each;
            byState.merge(total.state(), total.sums().count(), Long::sum);
            // Rows come by currency, so the same currency is always the last.
            if (!byCurrency.isEmpty()
                    && byCurrency
                            .getLast()
                            .amount()
                            .currency()
                            .equals(total.sums().amount().currency())) {
                byCurrency.add(plus(byCurrency.removeLast(), total.sums()));
            } else {
                byCurrency.add(total.sums());
            }
        }
        long count = byState.values().stream().mapToLong(Long::longValue).sum();
        return new CommitmentTotals(count, investors, byState, byCurrency);
    }

    private static CommitmentTotals.InCurrency plus(
            CommitmentTotals.InCurrency one, CommitmentTotals.InCurrency other) {
        return new CommitmentTotals.InCurrency(
                one.count() + other.count(),
                one.amount().plus(other.amount()),
                one.called().plus(other.called()),
                one.paid().plus(other.paid()),
                one.uncalled().plus(other.uncalled()));
    }

    @Override
    public List<Choice> funds(Access access, Optional<UUID> programme) {
        return Query.list(
                dataSource,
                FUND_CHOICES,
                select -> {
                    int next = RaiseReach.of(access).bindCommitment(select, 1);
                    select.setObject(next, programme.orElse(null));
                    select.setObject(next + 1, programme.orElse(null));
                },
                row -> new Choice(row.getObject(1, UUID.class), row.getString(2)));
    }

    private record InCurrency(UUID programme, String name, long count, Money sum, long held) {}

    @Override
    public List<Waiting> waitingFor(Actor actor, Instant now) {
        List<Scope> approving = actor.access().scopesOf(java.util.Set.of(Role.APPROVER));
        if (approving.isEmpty()) {
            return List.of();
        }
        List<InCurrency> parts = Query.list(
                dataSource,
                WAITING,
                select -> {
                    select.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                    int next = new RaiseReach(approving, List.of()).bindCommitment(select, 2);
                    select.setObject(next, actor.account());
                    select.setObject(next + 1, actor.person());
                },
                row -> new InCurrency(
                        row.getObject("programme_id", UUID.class),
                        row.getString("name"),
                        row.getLong("count"),
                        new Money(new Currency(row.getString("currency")), row.getBigDecimal("amount")),
                        row.getLong("held")));
        return parts.stream().collect(Collectors.groupingBy(InCurrency::programme)).values().stream()
                .map(CommitmentStore::waiting)
                .sorted(Comparator.comparing(Waiting::count).reversed().thenComparing(Waiting::name))
                .toList();
    }

    private static Waiting waiting(List<InCurrency> parts) {
        return new Waiting(
                parts.getFirst().programme(),
                parts.getFirst().name(),
                parts.stream().mapToLong(InCurrency::count).sum(),
                parts.stream().map(InCurrency::sum).filter(Money::isPositive).toList(),
                parts.stream().mapToLong(InCurrency::held).sum());
    }
}
