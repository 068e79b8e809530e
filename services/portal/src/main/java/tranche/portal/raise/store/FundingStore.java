package tranche.portal.raise.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.raise.domain.CallStage;
import tranche.portal.raise.domain.Certainty;
import tranche.portal.raise.domain.Expectation;
import tranche.portal.raise.domain.Funding;
import tranche.portal.raise.domain.TrancheState;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What tranches and calls come to, from the kept rows. */
@Singleton
final class FundingStore implements Funding {

    /**
     * A tranche that has its call counts with the call. It is at risk where what it waits for is late or will not be verified
     * any more; for a milestone that is waived nothing waits.
     */
    private static final String EXPECTATIONS = """
            select date_trunc('quarter', greatest(e.due, ?::date)::timestamp)::date as quarter, e.certainty, e.currency,
                   sum(e.amount) as amount
              from (select c.fund_id, c.due, c.currency, c.open as amount,
                           case when c.state in ('DRAFT', 'APPROVED') then 'UNLOCKED' else 'ISSUED' end as certainty
                      from raise_call c
                     where c.programme_id = ? and c.state in ('DRAFT', 'APPROVED', 'ISSUED', 'PART_PAID', 'OVERDUE')
                    union all
                    select t.fund_id, t.due, t.currency, t.expected,
                           case when t.state = 'CONDITIONS_MET' then 'UNLOCKED'
                                when exists (select from timeline_milestone m
                                              where m.milestone_id = any (t.milestones)
                                                and m.state not in ('ACHIEVED', 'WAIVED')
                                                and (m.slip_days > 0 or m.state in ('REMOVED', 'SUPERSEDED')))
                                then 'AT_RISK'
                                else 'ON_PLAN' end
                      from raise_tranche t
                     where t.programme_id = ? and t.state in ('LOCKED', 'CONDITIONS_MET') and t.due is not null) e
              join raise_fund f using (fund_id)
             where\s""" + RaiseReach.FUND + " group by 1, 2, 3 order by 1, 3, 2";

    private static final String OF_MILESTONES =
            """
            select m.id, t.currency, sum(t.amount) as amount
              from unnest(?::uuid[]) as m(id)
              join raise_tranche t on t.milestones @> array[m.id] and t.state = any (?::text[])
              join raise_fund f using (fund_id)
             where\s""" + RaiseReach.FUND + " group by m.id, t.currency order by m.id, t.currency";

    /** A tranche of a site's own fund is part of what is committed to that fund. */
    private static final String SITES =
            """
            with own as (
                select s.project_id, o.fund_id
                  from timeline_project s
                  join raise_fund o using (programme_id, source_system, external_ref)
                 where s.programme_id = ?)
            select x.project_id as id, x.currency, sum(x.amount) as amount
              from (select t.project_id, t.fund_id, t.currency, t.amount
                      from raise_tranche t
                     where t.programme_id = ? and t.project_id is not null and t.state not in ('DRAFT', 'CANCELLED')
                       and not exists (select from own where own.project_id = t.project_id and own.fund_id = t.fund_id)
                    union all
                    select own.project_id, own.fund_id, c.currency, c.amount
                      from own
                      join raise_commitment c on c.fund_id = own.fund_id and c.state = 'CLOSED') x
              join raise_fund f using (fund_id)
             where\s""" + RaiseReach.FUND + " group by x.project_id, x.currency order by x.project_id, x.currency";

    private static final String DRAFTS = """
            select c.state, c.currency, sum(c.total) as amount, count(*) as calls, min(c.call_id::text)::uuid as one
              from raise_call c
              join raise_fund f using (fund_id)
             where c.programme_id = ? and ((c.state = 'DRAFT' and\s""" + RaiseReach.FUND
            + ") or (c.state = 'APPROVED' and " + RaiseReach.FUND + "))"
            + " group by c.state, c.currency order by c.state desc, c.currency";

    private final DataSource dataSource;

    FundingStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Expectation> expectations(Access access, UUID programme, LocalDate today) {
        return Query.list(
                dataSource,
                EXPECTATIONS,
                select -> {
                    select.setObject(1, today);
                    select.setObject(2, programme);
                    select.setObject(3, programme);
                    RaiseReach.ofFunds(access).bindCommitment(select, 4);
                },
                row -> new Expectation(
                        row.getObject("quarter", LocalDate.class),
                        Certainty.valueOf(row.getString("certainty")),
                        money(row)));
    }

    @Override
    public Map<UUID, List<Money>> of(Access access, Collection<UUID> milestones, Set<TrancheState> states) {
        return sums(OF_MILESTONES, select -> {
            Bind.<UUID>rows(select, milestones).uuid(id -> id);
            Bind.<TrancheState>rowsFrom(select, 2, states).text(Enum::name);
            RaiseReach.ofFunds(access).bindCommitment(select, 3);
        });
    }

    @Override
    public List<Drafts> drafts(Access access, UUID programme) {
        return Query.list(
                dataSource,
                DRAFTS,
                select -> {
                    select.setObject(1, programme);
                    int next = RaiseReach.ofFunds(as(access, Role.APPROVER)).bindCommitment(select, 2);
                    RaiseReach.ofFunds(as(access, Role.FUND_MANAGER)).bindCommitment(select, next);
                },
                row -> new Drafts(
                        CallStage.valueOf(row.getString("state")),
                        row.getLong("calls"),
                        money(row),
                        row.getObject("one", UUID.class)));
    }

    private static Access as(Access access, Role role) {
        return new Access(
                access.grants().stream().filter(grant -> grant.role() == role).toList());
    }

    @Override
    public Map<UUID, List<Money>> ofSites(Access access, UUID programme) {
        return sums(SITES, select -> {
            select.setObject(1, programme);
            select.setObject(2, programme);
            RaiseReach.ofFunds(access).bindCommitment(select, 3);
        });
    }

    private Map<UUID, List<Money>> sums(String statement, Query.Binding binding) {
        return Query.list(dataSource, statement, binding, row -> Map.entry(row.getObject("id", UUID.class), money(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(new Currency(row.getString("currency")), row.getBigDecimal("amount"));
    }
}
