package tranche.commitments.drawdown.store;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheState;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
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
                    next = twice(select, next, filter.fund());
                    next = twice(select, next, filter.project());
                    next = twice(select, next, filter.state().map(Enum::name));
                    next = twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                TrancheRows::read);
    }

    private static int twice(PreparedStatement select, int first, Optional<?> value) throws SQLException {
        select.setObject(first, value.orElse(null));
        select.setObject(first + 1, value.orElse(null));
        return first + 2;
    }
}
