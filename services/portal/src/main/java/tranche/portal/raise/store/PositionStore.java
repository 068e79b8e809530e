package tranche.portal.raise.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.portal.raise.domain.Positions;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What investors hold, from the kept rows. */
@Singleton
final class PositionStore implements Positions {

    /** More commitments than any one investor has: the list of them goes on. */
    private static final int MOST = 200;

    private static final String OWN = """
            select c.commitment_id, c.fund_id, f.name, p.sample, c.currency, c.amount, c.called, c.paid,\s"""
            + CommitmentStore.UNCALLED + " as uncalled, s.committed, s.verified " + """
              from raise_commitment c
              join raise_fund f using (fund_id, programme_id)
              join raise_programme p using (programme_id)
             cross join lateral (
                   select (select sum(o.amount) from raise_commitment o
                            where o.fund_id = c.fund_id and o.state = 'CLOSED') as committed,
                          (select coalesce(sum(t.amount), 0) from raise_tranche t
                            where t.programme_id = c.programme_id and t.fund_id = c.fund_id and t.state = 'RELEASED'
                              and not t.reversed and\s""" + RaiseStore.VERIFIED + """
            ) as verified) s
             where c.state = 'CLOSED' and\s"""
            + RaiseReach.COMMITMENT + " order by f.name, c.commitment_id limit " + MOST;

    private final DataSource dataSource;

    PositionStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Position> own(Access access) {
        Access asInvestor = new Access(access.grants().stream()
                .filter(grant -> grant.role() == Role.INVESTOR)
                .toList());
        return Query.list(
                dataSource,
                OWN,
                select -> RaiseReach.of(asInvestor).bindCommitment(select, 1),
                row -> new Position(
                        row.getObject("commitment_id", UUID.class),
                        row.getObject("fund_id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("sample"),
                        money(row, "amount"),
                        money(row, "called"),
                        money(row, "paid"),
                        money(row, "uncalled"),
                        money(row, "committed"),
                        money(row, "verified")));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(new Currency(row.getString("currency")), row.getBigDecimal(column));
    }
}
