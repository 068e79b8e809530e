package tranche.commitments.payment.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.payment.domain.BankAccount;
import tranche.commitments.payment.domain.BankAccountState;
import tranche.commitments.payment.domain.Instructions;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.actor.Access;
import tranche.values.register.AsOf;

/** Bank accounts as the fund's staff sees them; nobody else sees one here. */
@Singleton
public class BankAccountViews {

    private static final String ONE =
            "select x.* from " + BankAccountRows.TABLE.asOf() + " x where x.bank_account_id = ? and " + Reach.STAFF;

    private static final String LIST = "select x.* from bank_account x where " + Reach.STAFF
            + " and x.fund_id = ? and (?::uuid is null or x.bank_account_id > ?) order by x.bank_account_id limit ?";

    private static final String LIST_OF_ALL = "select x.* from bank_account x where " + Reach.STAFF
            + " and (?::text is null or case when x.state = 'PROPOSED' and x.recorded_at <= ? then 'LAPSED' else x.state end = ?)"
            + " and (?::uuid is null or x.bank_account_id > ?) order by x.bank_account_id limit ?";

    private final DataSource dataSource;

    BankAccountViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Optional<BankAccount> one(Access access, UUID id, AsOf asOf) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, id);
                            Reach.of(access).bindStaff(select, next + 1);
                        },
                        BankAccountRows::read)
                .stream()
                .findFirst();
    }

    /** Where the funds are paid, for what is shown of their calls: asked of whose calls somebody sees. */
    public Map<FundId, Instructions> instructions(Collection<FundId> funds) {
        return Query.list(
                        dataSource,
                        BankAccountRows.OF_FUNDS,
                        select -> Bind.<FundId>rows(select, funds).uuid(FundId::value),
                        BankAccountRows::read)
                .stream()
                .collect(Collectors.groupingBy(
                        BankAccount::fund, Collectors.collectingAndThen(Collectors.toList(), Instructions::new)));
    }

    /** Of a fund, in the order of their ids. One more than the limit, if there is one. */
    public List<BankAccount> list(Access access, UUID fund, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    int next = Reach.of(access).bindStaff(select, 1);
                    select.setObject(next, fund);
                    next = Rows.twice(select, next + 1, after);
                    select.setInt(next, limit + 1);
                },
                BankAccountRows::read);
    }

    /** Accounts of all funds whose staff the caller is, by their states at a moment, in the order of their ids. */
    public List<BankAccount> list(
            Access access, Optional<BankAccountState> state, Instant now, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                LIST_OF_ALL,
                select -> {
                    int next = Reach.of(access).bindStaff(select, 1);
                    select.setString(next, state.map(Enum::name).orElse(null));
                    select.setObject(next + 1, Rows.at(now.minus(BankAccount.ANSWER_WITHIN)));
                    select.setString(next + 2, state.map(Enum::name).orElse(null));
                    next = Rows.twice(select, next + 3, after);
                    select.setInt(next, limit + 1);
                },
                BankAccountRows::read);
    }
}
