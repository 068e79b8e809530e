package tranche.auditor.raise;

import java.util.EnumMap;
import java.util.Map;

/** The tables of the raise that hold one row for each object, as its last event left it. */
enum RaiseTable {
    PROGRAMME("raise_programme", "programme_id", "commitments", "*"),
    FUND("raise_fund", "fund_id", "commitments", "*"),
    INVESTOR("raise_investor", "investor_id", "commitments", "*"),
    COMMITMENT(
            "raise_commitment",
            "commitment_id",
            "commitments",
            "*, (select array_agg(m order by m) from unnest(makers) as m) as sorted_makers"),
    TRANCHE("raise_tranche", "tranche_id", "commitments", "*"),
    CALL("raise_call", "call_id", "commitments", "*"),
    INVESTMENT("raise_investment", "investment_id", "commitments", "*"),
    PERSON("raise_person", "account_id", "portal", "*");

    private final String table;
    private final String id;
    private final String service;
    private final String columns;

    RaiseTable(String table, String id, String service, String columns) {
        this.table = table;
        this.id = id;
        this.service = service;
        this.columns = columns;
    }

    String table() {
        return table;
    }

    String id() {
        return id;
    }

    /** The service whose events the rows come from. */
    String service() {
        return service;
    }

    String columns() {
        return columns;
    }

    /** A count of rows for each table. */
    static Map<RaiseTable, long[]> counters() {
        Map<RaiseTable, long[]> counters = new EnumMap<>(RaiseTable.class);
        for (RaiseTable table : values()) {
            counters.put(table, new long[1]);
        }
        return counters;
    }
}
