package tranche.commitments.fund.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.values.actor.Access;
import tranche.values.register.AsOf;

/** Funds as a caller may see them. */
@Singleton
public class FundViews {

    private static final String ONE =
            "select x.* from " + FundRows.TABLE.asOf() + " x where x.fund_id = ? and " + Reach.FUND;

    private static final String LIST = "select x.* from fund x where " + Reach.FUND
            + " and (?::uuid is null or x.programme_id = ?) and (?::uuid is null or x.fund_id > ?) order by x.fund_id limit ?";

    private final DataSource dataSource;

    FundViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether whoever has the access may name a fund in what they ask for. */
    public boolean isThere(Access access, UUID id) {
        return one(access, id, AsOf.NOW)
                .filter(fund -> access.holds(Fund.READERS, fund.scope()))
                .isPresent();
    }

    public Optional<Fund> one(Access access, UUID id, AsOf asOf) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, id);
                            Reach.of(access).bind(select, next + 1);
                        },
                        FundRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids: of their making. One more than the limit, if there is one. */
    public List<Fund> list(Access access, Optional<UUID> programme, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    int next = Reach.of(access).bind(select, 1);
                    select.setObject(next++, programme.orElse(null));
                    select.setObject(next++, programme.orElse(null));
                    select.setObject(next, after.orElse(null));
                    select.setObject(next + 1, after.orElse(null));
                    select.setInt(next + 2, limit + 1);
                },
                FundRows::read);
    }
}
