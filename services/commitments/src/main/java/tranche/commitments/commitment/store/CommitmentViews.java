package tranche.commitments.commitment.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.commitments.commitment.domain.Closing;
import tranche.commitments.commitment.domain.ClosingId;
import tranche.commitments.commitment.domain.ClosingState;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.CommitmentState;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.actor.Access;
import tranche.values.register.AsOf;
import tranche.values.register.Shelf;

/** Commitments and closings as a caller may see them. */
@Singleton
public class CommitmentViews {

    private static final String ONE =
            "select x.* from " + CommitmentRows.TABLE.asOf() + " x where x.commitment_id = ? and " + Reach.COMMITMENT;

    private static final String LIST = "select x.* from " + CommitmentRows.TABLE.asOf() + " x where " + Reach.COMMITMENT
            + " and (?::uuid is null or x.fund_id = ?) and (?::uuid is null or x.investor_id = ?)"
            + " and (?::uuid is null or x.programme_id = ?) and (?::text is null or x.state = ?)"
            + " and (?::uuid is null or x.commitment_id > ?) order by x.commitment_id limit ?";

    private static final String LIST_NOW = LIST.replace(CommitmentRows.TABLE.asOf(), "commitment");

    private static final String CLOSING =
            "select x.* from " + ClosingRows.TABLE.asOf() + " x where x.closing_id = ? and " + Reach.FUND;

    private static final String CLOSINGS = "select x.* from closing x where x.fund_id = ? and " + Reach.FUND
            + " and (?::uuid is null or x.closing_id > ?) order by x.closing_id limit ?";

    private static final String CLOSINGS_OF_ALL = "select x.* from closing x where " + Reach.STAFF
            + " and (?::text is null or x.state = ?) and (?::uuid is null or x.closing_id > ?)"
            + " order by x.closing_id limit ?";

    private static final String SEEN_OF =
            "select x.commitment_id from commitment x where x.fund_id = ? and " + Reach.COMMITMENT;

    private static final String THEN =
            "select x.* from " + CommitmentRows.TABLE.asOf() + " x where x.commitment_id = any(?::uuid[])";

    private static final String WHEN_CLOSED =
            "select distinct on (x.commitment_id) x.* from commitment_version x where x.commitment_id = any(?::uuid[])"
                    + " and x.closing_id is not null order by x.commitment_id, x.version";

    private static final String KEYS = "select fund_id, investor_id from commitment where commitment_id = ?";

    private static final String DUE = """
        select c.fund_id, c.closing_id, c.date
          from closing c join fund f using (fund_id)
         where c.state = 'APPROVED' and c.date <= (?::timestamptz at time zone f.zone)::date
           and (?::date is null or (c.date, c.closing_id) > (?::date, ?::uuid))
         order by c.date, c.closing_id
         limit ?
        """;

    private final DataSource dataSource;

    CommitmentViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a list of commitments is cut to: those for which every given part holds. */
    public record Filter(
            Optional<UUID> fund, Optional<UUID> investor, Optional<UUID> programme, Optional<CommitmentState> state) {}

    /** The fund whose book a commitment is in, and the investor whose standing it may depend on. */
    public record Keys(UUID fund, UUID investor) {}

    /** A closing whose day has come, with its fund. */
    public record Due(UUID fund, ClosingId closing, LocalDate date) {}

    public Optional<Commitment> one(Access access, UUID commitment, AsOf asOf) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, commitment);
                            Reach.of(access).bind(select, next + 1);
                        },
                        CommitmentRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids: of their making. One more than the limit, if there is one. */
    public List<Commitment> list(Access access, Filter filter, AsOf asOf, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                asOf.isNow() ? LIST_NOW : LIST,
                select -> {
                    int next = asOf.isNow() ? 1 : Rows.bind(select, 1, asOf);
                    next = Reach.of(access).bind(select, next);
                    next = Rows.twice(select, next, filter.fund());
                    next = Rows.twice(select, next, filter.investor());
                    next = Rows.twice(select, next, filter.programme());
                    next = Rows.twice(select, next, filter.state().map(Enum::name));
                    next = Rows.twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                CommitmentRows::read);
    }

    public Optional<Closing> closing(Access access, UUID closing, AsOf asOf) {
        return Query.list(
                        dataSource,
                        CLOSING,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, closing);
                            Reach.of(access).bind(select, next + 1);
                        },
                        ClosingRows::read)
                .stream()
                .findFirst();
    }

    /** A fund's closings in the order of their ids: of their making. One more than the limit, if there is one. */
    public List<Closing> closings(Access access, UUID fund, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                CLOSINGS,
                select -> {
                    select.setObject(1, fund);
                    int next = Rows.twice(select, Reach.of(access).bind(select, 2), after);
                    select.setInt(next, limit + 1);
                },
                ClosingRows::read);
    }

    /** Closings of all funds whose staff the caller is, as {@link #closings(Access, UUID, Optional, int)} orders them. */
    public List<Closing> closings(Access access, Optional<ClosingState> state, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                CLOSINGS_OF_ALL,
                select -> {
                    int next = Rows.twice(select, Reach.of(access).bindStaff(select, 1), state.map(Enum::name));
                    next = Rows.twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                ClosingRows::read);
    }

    /**
     * The commitments of closings as they were then, which the closings' hashes cover; whoever may see them. Of a closing that
     * took effect, as they closed with it: they may have been amended since, or have gone over to another.
     */
    public Shelf<CommitmentId, Commitment> commitmentsOf(List<Closing> closings, AsOf asOf) {
        List<Commitment> found = new ArrayList<>(Query.list(
                dataSource,
                THEN,
                select -> Bind.<CommitmentId>rowsFrom(
                                select, Rows.bind(select, 1, asOf), ids(closings, closing -> !isEffective(closing)))
                        .uuid(CommitmentId::value),
                CommitmentRows::read));
        found.addAll(Query.list(
                dataSource,
                WHEN_CLOSED,
                select -> Bind.<CommitmentId>rows(select, ids(closings, CommitmentViews::isEffective))
                        .uuid(CommitmentId::value),
                CommitmentRows::read));
        return Shelf.of(
                found.stream().collect(Collectors.toMap(Commitment::id, Function.identity(), (_, closed) -> closed)));
    }

    private static boolean isEffective(Closing closing) {
        return closing.state() == ClosingState.EFFECTIVE;
    }

    private static List<CommitmentId> ids(List<Closing> closings, Predicate<Closing> which) {
        return closings.stream()
                .filter(which)
                .flatMap(closing -> closing.commitments().stream())
                .distinct()
                .toList();
    }

    /** The commitments of a fund that the caller may see. */
    public Set<CommitmentId> seenOf(Access access, UUID fund) {
        return Set.copyOf(Query.list(
                dataSource,
                SEEN_OF,
                select -> {
                    select.setObject(1, fund);
                    Reach.of(access).bind(select, 2);
                },
                row -> new CommitmentId(row.getObject(1, UUID.class))));
    }

    /** What orders a commitment's commands; it says nothing of who may see it. */
    public Optional<Keys> keysOf(UUID commitment) {
        return Query.list(
                        dataSource,
                        KEYS,
                        select -> select.setObject(1, commitment),
                        row -> new Keys(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .stream()
                .findFirst();
    }

    /**
     * Approved closings whose date has come in their fund's zone, the oldest first.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public List<Due> due(Instant now, Optional<Due> after, int limit) {
        return Query.list(
                dataSource,
                DUE,
                select -> {
                    select.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                    select.setObject(2, after.map(Due::date).orElse(null));
                    select.setObject(3, after.map(Due::date).orElse(null));
                    select.setObject(4, after.map(due -> due.closing().value()).orElse(null));
                    select.setInt(5, limit);
                },
                row -> new Due(
                        row.getObject(1, UUID.class),
                        new ClosingId(row.getObject(2, UUID.class)),
                        row.getObject(3, LocalDate.class)));
    }
}
