package tranche.commitments.investment.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.investment.domain.Investment;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.values.actor.Access;

/** Investments as a caller may see them: a fund's staff does. */
@Singleton
public class InvestmentViews {

    private static final String ONE = "select x.* from investment x where x.investment_id = ? and " + Reach.STAFF;

    private static final String LIST = "select x.* from investment x where " + Reach.STAFF
            + " and (?::uuid is null or x.fund_id = ?) and (?::uuid is null or x.project_id = ?)"
            + " and (?::uuid is null or x.investment_id > ?) order by x.investment_id limit ?";

    private final DataSource dataSource;

    InvestmentViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Optional<Investment> one(Access access, UUID investment) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            select.setObject(1, investment);
                            Reach.of(access).bindStaff(select, 2);
                        },
                        InvestmentRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids: of their recording. One more than the limit, if there is one. */
    public List<Investment> list(
            Access access, Optional<UUID> fund, Optional<UUID> project, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    int next = Reach.of(access).bindStaff(select, 1);
                    for (Optional<UUID> part : List.of(fund, project, after)) {
                        select.setObject(next++, part.orElse(null));
                        select.setObject(next++, part.orElse(null));
                    }
                    select.setInt(next, limit + 1);
                },
                InvestmentRows::read);
    }
}
