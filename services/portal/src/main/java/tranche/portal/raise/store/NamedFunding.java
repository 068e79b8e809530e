package tranche.portal.raise.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.raise.domain.FundingNames;
import tranche.values.actor.Access;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** Names of funds, tranches and calls, from the kept rows. */
@Singleton
final class NamedFunding implements FundingNames {

    private static final String FUNDS = """
            select f.fund_id as id, f.name from raise_fund f
             where f.fund_id = any(?::uuid[]) and\s""" + RaiseReach.FUND;

    private static final String TRANCHES = """
            select t.tranche_id as id, t.name, t.fund_id, t.currency, t.amount
              from raise_tranche t join raise_fund f using (fund_id)
             where t.tranche_id = any(?::uuid[]) and\s""" + RaiseReach.FUND;

    private static final String CALLS = """
            select c.call_id as id, c.reference as name, c.fund_id, c.currency, c.total as amount
              from raise_call c join raise_fund f using (fund_id)
             where c.call_id = any(?::uuid[]) and\s""" + RaiseReach.FUND;

    private final DataSource dataSource;

    NamedFunding(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Map<UUID, String> funds(Access access, Collection<UUID> funds) {
        return of(FUNDS, access, funds, row -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<UUID, Named> tranches(Access access, Collection<UUID> tranches) {
        return named(TRANCHES, access, tranches);
    }

    @Override
    public Map<UUID, Named> calls(Access access, Collection<UUID> calls) {
        return named(CALLS, access, calls);
    }

    private Map<UUID, Named> named(String statement, Access access, Collection<UUID> ids) {
        return of(
                        statement,
                        access,
                        ids,
                        row -> new Named(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getObject("fund_id", UUID.class),
                                new Money(new Currency(row.getString("currency")), row.getBigDecimal("amount"))))
                .stream()
                .collect(Collectors.toMap(Named::id, Function.identity()));
    }

    private <T> List<T> of(String statement, Access access, Collection<UUID> ids, Query.Reading<T> reading) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return Query.list(
                dataSource,
                statement,
                select -> {
                    Bind.<UUID>rows(select, ids).uuid(id -> id);
                    RaiseReach.ofFunds(access).bindCommitment(select, 2);
                },
                reading);
    }
}
