package tranche.portal.raise.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.raise.domain.Unlocking;
import tranche.values.actor.Access;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** Tranches with what they wait for, from the kept rows. */
@Singleton
final class UnlockingStore implements Unlocking {

    /**
     * A tranche is called after the last of what it waits for: its call has moved by as many days as that has. For what is waived
     * or no part of the plan any more nothing waits.
     */
    private static final String TRANCHES = """
            select t.tranche_id, t.name, t.currency, t.amount, t.milestones,
                   case when t.state in ('LOCKED', 'CONDITIONS_MET') then t.due end as due, t.expected,
                   coalesce((select max(coalesce(m.achieved_date, m.forecast_date)) - max(m.baseline_date)
                               from timeline_milestone m
                              where m.milestone_id = any (t.milestones)
                                and m.state not in ('WAIVED', 'REMOVED', 'SUPERSEDED')), 0) as moved
              from raise_tranche t
              join raise_fund f using (fund_id)
             where t.milestones && ?::uuid[] and t.state not in ('DRAFT', 'CANCELLED') and\s""" + RaiseReach.FUND + " order by t.name, t.tranche_id";

    private final DataSource dataSource;

    UnlockingStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Unlocked> of(Access access, Collection<UUID> milestones) {
        if (milestones.isEmpty()) {
            return List.of();
        }
        return Query.list(
                dataSource,
                TRANCHES,
                select -> {
                    Bind.<UUID>rows(select, milestones).uuid(id -> id);
                    RaiseReach.ofFunds(access).bindCommitment(select, 2);
                },
                UnlockingStore::read);
    }

    private static Unlocked read(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        LocalDate due = row.getObject("due", LocalDate.class);
        int moved = row.getInt("moved");
        return new Unlocked(
                row.getObject("tranche_id", UUID.class),
                row.getString("name"),
                new Money(currency, row.getBigDecimal("amount")),
                List.of((UUID[]) row.getArray("milestones").getArray()),
                due == null
                        ? Optional.empty()
                        : Optional.of(new Call(
                                new Money(currency, row.getBigDecimal("expected")), due, due.minusDays(moved))));
    }
}
