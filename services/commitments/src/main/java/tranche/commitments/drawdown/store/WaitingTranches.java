package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.commitments.drawdown.domain.CallContent;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.domain.Fund;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;

/**
 * The tranches of funds whose calls are still to be issued, with all that it takes to say when.
 *
 * @param byFund the tranches; no entry for a fund without any
 * @param facts about their conditions, by fund
 * @param drafts what their drafted calls ask for, by the calls' ids
 * @param releases of the tranches that they wait for: when they were released, or are to be expected as was reckoned last
 */
public record WaitingTranches(
        Map<UUID, List<Tranche>> byFund,
        Map<UUID, Facts> facts,
        Map<UUID, CallContent> drafts,
        Map<TrancheId, LocalDate> releases) {

    private static final String WAITING = """
            select * from tranche
             where fund_id = any(?::uuid[]) and state in ('LOCKED', 'CONDITIONS_MET', 'CALL_DRAFTED')
            """;

    private static final String RELEASES = """
            select t.tranche_id, case t.state when 'RELEASED' then t.effective_date else e.issue end as day
              from tranche t left join tranche_timetable e using (tranche_id)
             where t.tranche_id = any(?::uuid[]) and (t.state = 'RELEASED' or e.issue is not null)
            """;

    public static WaitingTranches load(Connection connection, Map<UUID, Optional<Fund>> funds) throws SQLException {
        List<Tranche> waiting = Query.list(
                connection,
                WAITING,
                select -> Bind.<UUID>rows(select, funds.keySet()).uuid(fund -> fund),
                TrancheRows::read);
        TrancheFacts wanted = new TrancheFacts();
        Set<TrancheId> awaited = new HashSet<>();
        waiting.forEach(tranche -> {
            wanted.conditions(tranche.conditions().conditions());
            tranche.conditions().singles().forEach(single -> {
                if (single instanceof TrancheReleased(TrancheId other)) {
                    awaited.add(other);
                }
            });
        });
        Set<CallId> calls = waiting.stream()
                .flatMap(tranche -> tranche.call().stream())
                .map(CallId::new)
                .collect(Collectors.toSet());
        return new WaitingTranches(
                waiting.stream()
                        .collect(Collectors.groupingBy(tranche -> tranche.fund().value())),
                wanted.load(connection, funds),
                CallRows.load(connection, calls).stream()
                        .collect(Collectors.toMap(call -> call.id().value(), CapitalCall::content)),
                releases(connection, awaited));
    }

    private static Map<TrancheId, LocalDate> releases(Connection connection, Collection<TrancheId> awaited)
            throws SQLException {
        Map<TrancheId, LocalDate> releases = new HashMap<>();
        if (!awaited.isEmpty()) {
            Query.list(
                            connection,
                            RELEASES,
                            select -> Bind.<TrancheId>rows(select, awaited).uuid(TrancheId::value),
                            row -> Map.entry(
                                    new TrancheId(Rows.id(row, "tranche_id")), row.getObject("day", LocalDate.class)))
                    .forEach(one -> releases.put(one.getKey(), one.getValue()));
        }
        return releases;
    }
}
