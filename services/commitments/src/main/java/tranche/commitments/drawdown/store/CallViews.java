package tranche.commitments.drawdown.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.commitments.drawdown.domain.CallCommand;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CallState;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.writer.Unavailable;
import tranche.values.actor.Access;
import tranche.values.register.AsOf;

/** Calls and their lines as a caller may see them. */
@Singleton
public class CallViews {

    private static final String ONE =
            "select x.* from " + CallRows.TABLE.asOf() + " x where x.call_id = ? and " + Reach.CALL;

    private static final String LIST = "select x.* from " + CallRows.TABLE.asOf() + " x where " + Reach.CALL
            + " and (?::uuid is null or x.fund_id = ?) and (?::uuid is null or x.tranche_id = ?)"
            + " and (?::text is null or x.state = ?)"
            + " and (?::uuid is null or x.call_id > ?) order by x.call_id limit ?";

    private static final String LIST_NOW = LIST.replace(CallRows.TABLE.asOf(), "capital_call");

    private static final String LINES = "select x.* from " + CallLineRows.TABLE.asOf()
            + " x where x.call_id = any(?::uuid[]) and x.state <> 'DROPPED' and " + Reach.COMMITMENT
            + " order by x.call_id, x.line_id";

    private static final String LINES_NOW = LINES.replace(CallLineRows.TABLE.asOf(), "call_line");

    private static final String SEEN = "select x.call_id, count(*) as lines from " + CallLineRows.TABLE.asOf()
            + " x where x.call_id = any(?::uuid[]) and x.state <> 'DROPPED' and " + Reach.COMMITMENT
            + " group by x.call_id";

    private static final String SEEN_NOW = SEEN.replace(CallLineRows.TABLE.asOf(), "call_line");

    private static final String LINE = "select x.* from call_line x where x.call_id = ? and x.line_id = ?"
            + " and x.state <> 'DROPPED' and " + Reach.COMMITMENT;

    /** The last version that said something else: what an edit changed is told until another edit does. */
    private static final String EARLIER = """
        select x.* from capital_call_version x
         where x.call_id = ? and x.content_hash <> (select now.content_hash from capital_call now where now.call_id = ?)
           and %s
         order by x.version desc
         limit 1
        """.formatted(Reach.STAFF);

    /** Each line that the call ever had, as it was known then. */
    private static final String LINES_THEN = """
        select x.*
          from call_line l
          cross join lateral (select v.* from call_line_version v
                               where v.line_id = l.line_id and v.effective_date <= ? and v.recorded_at <= ?
                               order by v.version desc
                               limit 1) x
         where l.call_id = ? and x.state <> 'DROPPED' and %s
         order by x.line_id
        """.formatted(Reach.STAFF);

    private static final String OVERDUE = """
        select c.fund_id, c.call_id, c.due_date
          from capital_call c join fund f using (fund_id)
         where c.state in ('ISSUED', 'PART_PAID') and c.due_date < (?::timestamptz at time zone f.zone)::date
           and (?::date is null or (c.due_date, c.call_id) > (?::date, ?::uuid))
         order by c.due_date, c.call_id
         limit ?
        """;

    private static final String NEAR = """
        select c.fund_id, c.call_id, c.due_date
          from capital_call c join fund f using (fund_id)
         where c.state in ('ISSUED', 'PART_PAID')
           and c.due_date - (?::timestamptz at time zone f.zone)::date between 0 and ?
           and (?::date is null or (c.due_date, c.call_id) > (?::date, ?::uuid))
           and exists (select from call_line l
                        where l.call_id = c.call_id and l.state in ('ISSUED', 'PART_PAID')
                          and l.reminded is distinct from 'ONE_DAY')
         order by c.due_date, c.call_id
         limit ?
        """;

    private final DataSource dataSource;

    CallViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a list of calls is cut to: those for which every given part holds. */
    public record Filter(Optional<UUID> fund, Optional<UUID> tranche, Optional<CallState> state) {}

    /** A call with its fund and its day, which is near or over. */
    public record Due(UUID fund, CallId call, LocalDate day) {}

    public Optional<CapitalCall> one(Access access, UUID call, AsOf asOf) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, call);
                            Reach.of(access).bind(select, next + 1);
                        },
                        CallRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids. One more than the limit, if there is one. */
    public List<CapitalCall> list(Access access, Filter filter, AsOf asOf, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                asOf.isNow() ? LIST_NOW : LIST,
                select -> {
                    int next = asOf.isNow() ? 1 : Rows.bind(select, 1, asOf);
                    next = Reach.of(access).bind(select, next);
                    next = Rows.twice(select, next, filter.fund());
                    next = Rows.twice(select, next, filter.tranche());
                    next = Rows.twice(select, next, filter.state().map(Enum::name));
                    next = Rows.twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                CallRows::read);
    }

    /** The lines that the caller may see of the calls, in the order of their ids. */
    public Map<CallId, List<CallLine>> linesOf(Access access, Collection<CallId> calls, AsOf asOf) {
        return Query.list(
                        dataSource,
                        asOf.isNow() ? LINES_NOW : LINES,
                        select -> {
                            int next = asOf.isNow() ? 1 : Rows.bind(select, 1, asOf);
                            Bind.<CallId>rowsFrom(select, next, calls).uuid(CallId::value);
                            Reach.of(access).bind(select, next + 1);
                        },
                        CallLineRows::read)
                .stream()
                .collect(Collectors.groupingBy(CallLine::call));
    }

    /** How many lines of each of the calls the caller may see; of a call without one nothing. */
    public Map<CallId, Long> linesSeen(Access access, Collection<CallId> calls, AsOf asOf) {
        return calls.isEmpty()
                ? Map.of()
                : Query.list(
                                dataSource,
                                asOf.isNow() ? SEEN_NOW : SEEN,
                                select -> {
                                    int next = asOf.isNow() ? 1 : Rows.bind(select, 1, asOf);
                                    Bind.<CallId>rowsFrom(select, next, calls).uuid(CallId::value);
                                    Reach.of(access).bind(select, next + 1);
                                },
                                row -> Map.entry(new CallId(Rows.id(row, "call_id")), row.getLong("lines")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One line of a call as it is; empty where the call has none such that the caller may see. */
    public Optional<CallLine> line(Access access, CallId call, UUID line) {
        return Query.list(
                        dataSource,
                        LINE,
                        select -> {
                            select.setObject(1, call.value());
                            select.setObject(2, line);
                            Reach.of(access).bind(select, 3);
                        },
                        CallLineRows::read)
                .stream()
                .findFirst();
    }

    /** The call as it was before its last edit, to whoever reads it whole; empty where it was never edited. */
    public Optional<CapitalCall> earlier(Access access, CallId call) {
        return Query.list(
                        dataSource,
                        EARLIER,
                        select -> {
                            select.setObject(1, call.value());
                            select.setObject(2, call.value());
                            Reach.of(access).bindStaff(select, 3);
                        },
                        CallRows::read)
                .stream()
                .findFirst();
    }

    /** The lines of a version of a call, to whoever reads it whole, in the order of their ids. */
    public List<CallLine> linesThen(Access access, CapitalCall then) {
        return Query.list(
                dataSource,
                LINES_THEN,
                select -> {
                    select.setObject(1, then.version().effectiveDate());
                    select.setObject(2, Rows.at(then.version().recordedAt()));
                    select.setObject(3, then.id().value());
                    Reach.of(access).bindStaff(select, 4);
                },
                CallLineRows::read);
    }

    /** All upon which the next step of a call is decided, to whoever reads the call whole. */
    public Optional<Drawdowns> around(Access access, CapitalCall call) {
        if (!access.holds(CapitalCall.READERS, call.scope())) {
            return Optional.empty();
        }
        try (Connection connection = dataSource.getConnection()) {
            return Optional.of(DrawdownRows.around(connection, call));
        } catch (SQLException failed) {
            throw Unavailable.of("the database cannot be read", failed);
        }
    }

    /**
     * All upon which a draft or its edit is decided, with made-up ids and references for its lines: they are shown to nobody.
     * Nothing to whoever does not see the fund, as if there were none.
     */
    public Drawdowns toDraft(Access access, FundId fund, CallCommand command) {
        try (Connection connection = dataSource.getConnection()) {
            return Optional.of(DrawdownRows.toDraft(connection, fund.value(), command))
                    .filter(state -> state.fund()
                            .filter(one -> access.holds(Fund.READERS, one.scope()))
                            .isPresent())
                    .orElse(Drawdowns.EMPTY);
        } catch (SQLException failed) {
            throw Unavailable.of("the database cannot be read", failed);
        }
    }

    /**
     * Issued calls whose due date is over in their fund's zone and of which nobody has been told, the oldest first.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public List<Due> overdue(Instant now, Optional<Due> after, int limit) {
        return Query.list(
                dataSource,
                OVERDUE,
                select -> {
                    select.setObject(1, Rows.at(now));
                    select.setObject(2, after.map(Due::day).orElse(null));
                    select.setObject(3, after.map(Due::day).orElse(null));
                    select.setObject(4, after.map(last -> last.call().value()).orElse(null));
                    select.setInt(5, limit);
                },
                CallViews::due);
    }

    /**
     * Calls with a line whose investor may have to be reminded, the earliest first.
     *
     * @param days until the day of the call, at most, in the fund's zone
     * @param after the last one of the page before; empty for the first page
     */
    public List<Due> near(Instant now, int days, Optional<Due> after, int limit) {
        return Query.list(
                dataSource,
                NEAR,
                select -> {
                    select.setObject(1, Rows.at(now));
                    select.setInt(2, days);
                    select.setObject(3, after.map(Due::day).orElse(null));
                    select.setObject(4, after.map(Due::day).orElse(null));
                    select.setObject(5, after.map(last -> last.call().value()).orElse(null));
                    select.setInt(6, limit);
                },
                CallViews::due);
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                Rows.id(row, "fund_id"),
                new CallId(Rows.id(row, "call_id")),
                row.getObject("due_date", LocalDate.class));
    }
}
