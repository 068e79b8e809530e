package tranche.commitments.drawdown.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallPayment;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.payment.domain.Instructions;
import tranche.commitments.payment.store.BankAccountViews;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.world.time.Clock;

/**
 * To which accounts calls are paid: an issued one to that of its issue, whatever was approved since, or to the first that took
 * effect after it where there was none; a draft to that of now.
 */
@Singleton
public class CallPayments {

    private static final String ISSUED = """
            select call_id, min(recorded_at) as issued
              from capital_call_version where call_id = any(?::uuid[]) and state = 'ISSUED'
             group by call_id
            """;

    private final DataSource dataSource;
    private final BankAccountViews accounts;
    private final Clock clock;

    CallPayments(DataSource dataSource, BankAccountViews accounts, Clock clock) {
        this.dataSource = dataSource;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The accounts by call; a call whose instructions follow is left out. */
    public Map<CallId, CallPayment> of(Collection<CapitalCall> calls) {
        Map<FundId, Instructions> funds = accounts.instructions(
                calls.stream().map(CapitalCall::fund).distinct().toList());
        if (funds.isEmpty()) {
            return Map.of();
        }
        Map<CallId, Instant> issued = issued(calls);
        Instant now = clock.now();
        Map<CallId, CallPayment> paid = new HashMap<>();
        for (CapitalCall call : calls) {
            Instructions instructions = funds.getOrDefault(call.fund(), Instructions.NONE);
            Instant issue = issued.getOrDefault(call.id(), now);
            instructions
                    .ofIssue(issue, now)
                    .ifPresent(account -> paid.put(
                            call.id(),
                            new CallPayment(account, instructions.at(issue).isEmpty())));
        }
        return paid;
    }

    /** Where a fund is paid, for calls that are on their way to be issued. */
    public Instructions of(FundId fund) {
        return accounts.instructions(List.of(fund)).getOrDefault(fund, Instructions.NONE);
    }

    private Map<CallId, Instant> issued(Collection<CapitalCall> calls) {
        return Query.list(
                        dataSource,
                        ISSUED,
                        select -> Bind.<CapitalCall>rows(select, calls)
                                .uuid(call -> call.id().value()),
                        row -> Map.entry(
                                new CallId(Rows.id(row, "call_id")),
                                Rows.instant(row, "issued").orElseThrow()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
