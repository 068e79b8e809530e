package tranche.commitments.investor.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.values.actor.Actor;
import tranche.values.register.AsOf;

/** Investors as a caller may see them. */
@Singleton
public class InvestorViews {

    private static final String ONE =
            "select x.* from " + InvestorRows.TABLE.asOf() + " x where x.investor_id = ? and " + Reach.INVESTOR;

    private static final String LIST = "select x.* from investor x where " + Reach.INVESTOR
            + " and (?::uuid is null or x.investor_id > ?) order by x.investor_id limit ?";

    private final DataSource dataSource;

    InvestorViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether somebody may name an investor in what they ask for. */
    public boolean isThere(Actor reader, UUID id) {
        return one(reader, id, AsOf.NOW).isPresent();
    }

    public Optional<Investor> one(Actor reader, UUID id, AsOf asOf) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, id);
                            Reach.of(reader.access()).bindInvestor(select, next + 1, reader.account());
                        },
                        InvestorRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids: of their making. One more than the limit, if there is one. */
    public List<Investor> list(Actor reader, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    int next = Reach.of(reader.access()).bindInvestor(select, 1, reader.account());
                    select.setObject(next, after.orElse(null));
                    select.setObject(next + 1, after.orElse(null));
                    select.setInt(next + 2, limit + 1);
                },
                InvestorRows::read);
    }
}
