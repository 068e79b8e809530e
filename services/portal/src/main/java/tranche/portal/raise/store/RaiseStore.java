package tranche.portal.raise.store;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.portal.raise.domain.Fund;
import tranche.portal.raise.domain.InvestorKind;
import tranche.portal.raise.domain.KindTotal;
import tranche.portal.raise.domain.Ladder;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Raises;
import tranche.values.actor.Access;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** The raise of each programme, from the kept rows. */
@Singleton
final class RaiseStore implements Raises {

    private static final String PROGRAMMES = """
            select p.*,
                   (select count(*) from raise_fund f where f.programme_id = p.programme_id) as funds,
                   (select count(distinct c.investor_id) from raise_commitment c
                     where c.programme_id = p.programme_id and c.state = 'CLOSED') as investors,
                   (select count(*) from raise_commitment c
                     where c.programme_id = p.programme_id and c.state = 'CLOSED') as commitments,
                   (select coalesce(jsonb_object_agg(s.currency, s.amount::text), '{}')
                      from (select c.currency, sum(c.amount) as amount from raise_commitment c
                             where c.programme_id = p.programme_id and c.state = 'CLOSED' group by c.currency) s
                   )::text as committed
              from raise_programme p
             where\s"""
            + RaiseReach.PROGRAMME
            + " and (?::uuid is null or p.programme_id = ?) order by p.sample, p.name, p.programme_id";

    private static final String LADDERS = """
        select c.currency,
               coalesce(sum(c.amount) filter (where c.state in ('DRAFT', 'SUBMITTED')), 0) as indicated,
               coalesce(sum(c.amount) filter (where c.state = 'ACCEPTED'), 0) as accepted,
               coalesce(sum(c.amount) filter (where c.state = 'CLOSED'), 0) as committed,
               coalesce(sum(c.called) filter (where c.state = 'CLOSED'), 0) as called,
               coalesce(sum(c.paid) filter (where c.state = 'CLOSED'), 0) as paid,
               coalesce(sum(c.amount) filter (where c.state = 'DEFAULTED'), 0) as defaulted
          from raise_commitment c
          join raise_programme p using (programme_id)
         where c.programme_id = ? and c.state <> 'CANCELLED' and\s""" + RaiseReach.PROGRAMME + " group by c.currency";

    /** Whether released tranche {@code t} is verified build: all milestones that it names are verified by now (rule D-44). */
    static final String VERIFIED = """
            (cardinality(t.milestones) > 0
             and not exists (select from unnest(t.milestones) as named(id)
                               left join timeline_milestone m on m.milestone_id = named.id
                              where m.state is distinct from 'ACHIEVED'))
            """;

    /**
     * What is put into projects, and what released tranches are (rule D-44): verified build where all milestones that the
     * released version names are verified by now, without milestone where it names none, else by waiver where one was waived.
     */
    private static final String BUILT = """
        select b.currency, sum(b.invested) as invested,
               coalesce(sum(b.released) filter (where b.standing = 'VERIFIED'), 0) as verified,
               coalesce(sum(b.released) filter (where b.standing = 'WITHOUT'), 0) as without_milestone,
               coalesce(sum(b.released) filter (where b.standing = 'WAIVED'), 0) as by_waiver
          from raise_programme p
         cross join lateral (
               select i.currency, i.amount as invested, 0 as released, '' as standing
                 from raise_investment i
                where i.programme_id = p.programme_id
               union all
               select t.currency, 0, t.amount,
                      case when cardinality(t.milestones) = 0 then 'WITHOUT'
                           when\s""" + VERIFIED + """
                            then 'VERIFIED'
                           when cardinality(t.waived) > 0 then 'WAIVED'
                           else '' end
                 from raise_tranche t
                where t.programme_id = p.programme_id and t.state = 'RELEASED' and not t.reversed) b
         where p.programme_id = ? and\s""" + RaiseReach.PROGRAMME + " group by b.currency";

    private static final String KINDS = """
        select i.kind, c.currency, sum(c.amount) as committed, sum(c.called) as called,
               count(distinct c.investor_id) as investors
          from raise_commitment c
          join raise_investor i using (investor_id)
          join raise_programme p using (programme_id)
         where c.programme_id = ? and c.state = 'CLOSED' and\s""" + RaiseReach.PROGRAMME + """
         group by i.kind, c.currency, p.headline
         order by c.currency <> p.headline, c.currency, sum(c.amount) desc, i.kind
        """;

    /** Whoever reads totals of the programme only, or a part of a fund, sees no fund's own figures. */
    private static final String FUNDS = """
        select f.*,
               coalesce(sum(c.amount) filter (where c.state in ('DRAFT', 'SUBMITTED')), 0) as indicated,
               coalesce(sum(c.amount) filter (where c.state = 'ACCEPTED'), 0) as accepted,
               coalesce(sum(c.amount) filter (where c.state = 'CLOSED'), 0) as committed,
               coalesce(sum(c.called) filter (where c.state = 'CLOSED'), 0) as called,
               coalesce(sum(c.paid) filter (where c.state = 'CLOSED'), 0) as paid,
               count(distinct c.investor_id) filter (where c.state = 'CLOSED') as investors,
               count(*) over () as all_funds
          from raise_fund f
          join raise_programme p using (programme_id)
          left join raise_commitment c using (fund_id, programme_id)
         where f.programme_id = ? and\s""" + RaiseReach.FUND + """
         group by f.fund_id, p.headline
         order by f.currency <> p.headline, f.currency, committed desc, accepted desc, indicated desc, f.name
         limit ?
        """;

    private final DataSource dataSource;

    RaiseStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Programme> programmes(Access access) {
        return programmes(access, Optional.empty());
    }

    @Override
    public Optional<Programme> programme(Access access, UUID programme) {
        return programmes(access, Optional.of(programme)).stream().findFirst();
    }

    private List<Programme> programmes(Access access, Optional<UUID> only) {
        return Query.list(
                dataSource,
                PROGRAMMES,
                select -> {
                    int next = RaiseReach.of(access).bindProgramme(select, 1);
                    select.setObject(next, only.orElse(null));
                    select.setObject(next + 1, only.orElse(null));
                },
                ProgrammeRow::read);
    }

    @Override
    public List<Ladder> ladders(Access access, UUID programme) {
        Optional<Programme> found = programme(access, programme);
        if (found.isEmpty()) {
            return List.of();
        }
        Currency headline = found.get().headline();
        Map<Currency, Ladder> ladders = new HashMap<>(Map.of(headline, Ladder.empty(headline)));
        Query.list(dataSource, LADDERS, select -> bindWithin(select, access, programme), RaiseStore::ladder)
                .forEach(ladder -> ladders.put(ladder.currency(), ladder));
        Query.list(dataSource, BUILT, select -> bindWithin(select, access, programme), RaiseStore::built)
                .forEach(built -> ladders.merge(built.currency(), built, Ladder::with));
        return Ladder.inOrder(List.copyOf(ladders.values()), headline);
    }

    private static void bindWithin(PreparedStatement select, Access access, UUID programme) throws SQLException {
        select.setObject(1, programme);
        RaiseReach.of(access).bindProgramme(select, 2);
    }

    private static Ladder ladder(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        Money zero = Money.zero(currency);
        return new Ladder(
                money(row, currency, "indicated"),
                money(row, currency, "accepted"),
                money(row, currency, "committed"),
                money(row, currency, "called"),
                money(row, currency, "paid"),
                zero,
                zero,
                zero,
                zero,
                money(row, currency, "defaulted"));
    }

    /** Only the steps that tell of what is built. */
    private static Ladder built(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        Money zero = Money.zero(currency);
        return new Ladder(
                zero,
                zero,
                zero,
                zero,
                zero,
                money(row, currency, "invested"),
                money(row, currency, "verified"),
                money(row, currency, "without_milestone"),
                money(row, currency, "by_waiver"),
                zero);
    }

    @Override
    public List<KindTotal> kinds(Access access, UUID programme) {
        return Query.list(dataSource, KINDS, select -> bindWithin(select, access, programme), row -> {
            Currency currency = new Currency(row.getString("currency"));
            return new KindTotal(
                    InvestorKind.valueOf(row.getString("kind")),
                    money(row, currency, "committed"),
                    money(row, currency, "called"),
                    row.getInt("investors"));
        });
    }

    @Override
    public Funds funds(Access access, UUID programme, int limit) {
        List<Listed> listed = Query.list(
                dataSource,
                FUNDS,
                select -> {
                    select.setObject(1, programme);
                    int next = RaiseReach.ofFunds(access).bindCommitment(select, 2);
                    select.setInt(next, limit);
                },
                row -> new Listed(fund(row), row.getInt("all_funds")));
        return new Funds(
                listed.stream().map(Listed::fund).toList(),
                listed.stream().mapToInt(Listed::all).findFirst().orElse(0));
    }

    /** A fund, beside how many there are. */
    private record Listed(Fund fund, int all) {}

    private static Fund fund(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        BigDecimal cap = row.getBigDecimal("cap");
        return new Fund(
                row.getObject("fund_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(cap).map(value -> new Money(currency, value)),
                money(row, currency, "indicated"),
                money(row, currency, "accepted"),
                money(row, currency, "committed"),
                money(row, currency, "called"),
                money(row, currency, "paid"),
                row.getInt("investors"),
                row.getBoolean("unverified"));
    }

    private static Money money(ResultSet row, Currency currency, String column) throws SQLException {
        return new Money(currency, row.getBigDecimal(column));
    }
}
