package tranche.commitments.drawdown.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.drawdown.domain.Evaluation;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheState;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.store.FundRows;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.writer.Unavailable;
import tranche.values.actor.Access;
import tranche.values.register.AsOf;

/** Tranches as a caller may see them: the staff of their funds. */
@Singleton
public class TrancheViews {

    private static final String ONE =
            "select x.* from " + TrancheRows.TABLE.asOf() + " x where x.tranche_id = ? and " + Reach.STAFF;

    private static final String LIST = "select x.* from " + TrancheRows.TABLE.asOf() + " x where " + Reach.STAFF
            + " and (?::uuid is null or x.fund_id = ?) and (?::uuid is null or x.project_id = ?)"
            + " and (?::text is null or x.state = ?)"
            + " and (?::uuid is null or x.tranche_id > ?) order by x.tranche_id limit ?";

    private static final String LIST_NOW = LIST.replace(TrancheRows.TABLE.asOf(), "tranche");

    private static final String WATCHED = """
        select * from tranche where watched and (?::uuid is null or tranche_id > ?) order by tranche_id limit ?
        """;

    private final DataSource dataSource;

    TrancheViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a list of tranches is cut to: those for which every given part holds. */
    public record Filter(Optional<UUID> fund, Optional<UUID> project, Optional<TrancheState> state) {}

    public Optional<Tranche> one(Access access, UUID tranche, AsOf asOf) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, tranche);
                            Reach.of(access).bindStaff(select, next + 1);
                        },
                        TrancheRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids. One more than the limit, if there is one. */
    public List<Tranche> list(Access access, Filter filter, AsOf asOf, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                asOf.isNow() ? LIST_NOW : LIST,
                select -> {
                    int next = asOf.isNow() ? 1 : Rows.bind(select, 1, asOf);
                    next = Reach.of(access).bindStaff(select, next);
                    next = Rows.twice(select, next, filter.fund());
                    next = Rows.twice(select, next, filter.project());
                    next = Rows.twice(select, next, filter.state().map(Enum::name));
                    next = Rows.twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                TrancheRows::read);
    }

    /** Tranches that may be moved by what nobody tells, in the order of their ids. */
    public List<Tranche> watched(Optional<Tranche> after, int limit) {
        return Query.list(
                dataSource,
                WATCHED,
                select -> select.setInt(
                        Rows.twice(select, 1, after.map(one -> one.id().value())), limit),
                TrancheRows::read);
    }

    /** Where the conditions of tranches stand now; nothing of those at which nobody has looked. */
    public Map<TrancheId, Evaluation> standings(Collection<Tranche> tranches, Instant now) {
        try (Connection connection = dataSource.getConnection()) {
            TrancheFacts wanted = new TrancheFacts();
            tranches.forEach(tranche -> wanted.conditions(tranche.conditions().conditions()));
            Map<FundId, Fund> funds = FundRows.load(
                    connection, tranches.stream().map(Tranche::fund).distinct().toList());
            Map<UUID, Optional<Fund>> byKey = new HashMap<>();
            funds.forEach((id, fund) -> byKey.put(id.value(), Optional.of(fund)));
            Map<UUID, Facts> facts = wanted.load(connection, byKey);
            Map<TrancheId, Evaluation> standings = new HashMap<>();
            for (Tranche tranche : tranches) {
                Facts known = facts.getOrDefault(tranche.fund().value(), Facts.NONE);
                Fund fund = Objects.requireNonNull(funds.get(tranche.fund()));
                tranche.standing(known, fund.today(now)).ifPresent(found -> standings.put(tranche.id(), found));
            }
            return standings;
        } catch (SQLException failed) {
            throw Unavailable.of("the database cannot be read", failed);
        }
    }

    /** When the calls of tranches are to be expected, as was reckoned last; nothing of those whose are not. */
    public Map<TrancheId, Timetable> timetables(Collection<Tranche> tranches) {
        try (Connection connection = dataSource.getConnection()) {
            return TrancheTimetables.of(
                    connection,
                    tranches.stream()
                            .filter(Tranche::isWaiting)
                            .map(Tranche::id)
                            .toList());
        } catch (SQLException failed) {
            throw Unavailable.of("the database cannot be read", failed);
        }
    }
}
