package tranche.auditor.drawdown;

import java.sql.SQLException;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;

/**
 * What is released is called whole (A04, invariant I-9, rule D-43): of a released tranche, and so of verified build, the
 * investment of its call is neither less nor more than the tranche's amount.
 */
public final class ReleaseAudit {

    private static final String IN_PART = """
        select c.call_id, t.amount, called.investment
          from tranche t
          join capital_call c on c.call_id = t.call_id
         cross join lateral (select coalesce(sum((part ->> 'amount')::numeric), 0) as investment
                               from jsonb_array_elements(c.components) as components(part)
                              where part ->> 'type' = 'INVESTMENT') called
         where t.state = 'RELEASED' and called.investment <> t.amount
        """;

    private ReleaseAudit() {}

    public static void check(Snapshot snapshot, Findings findings) throws SQLException {
        snapshot.each(
                IN_PART,
                row -> findings.add(
                        Check.A04,
                        snapshot.table("capital_call"),
                        row.id("call_id"),
                        "an investment of " + row.text("amount") + ", as its tranche releases",
                        row.text("investment")));
    }
}
