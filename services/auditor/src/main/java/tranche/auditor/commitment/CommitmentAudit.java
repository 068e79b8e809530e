package tranche.auditor.commitment;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;

/**
 * What the register's rows must be among themselves (A04): amounts within their bounds, totals that are the sums of the
 * commitments, each row equal to its last version, versions without gaps.
 */
public final class CommitmentAudit {

    private static final List<String> VERSIONED =
            List.of("programme", "fund", "investor", "commitment", "closing", "bank_account");

    /** Of versions that were made together the last is kept, so these have gaps; by their ids. */
    private static final Map<String, String> DRAWN =
            Map.of("tranche", "tranche_id", "capital_call", "call_id", "call_line", "line_id", "receipt", "receipt_id");

    /** Only what is closed was called or paid; domain §5.1, invariants I-5 and I-9. */
    private static final String BOUNDS = """
        select commitment_id, state, amount, called, paid, restored, distributed,
               amount - called + restored as uncalled,
               (amount <= 0 or called < 0 or paid < 0 or restored < 0 or distributed < 0) as negative,
               (paid > called) as overpaid,
               (amount - called + restored < 0) as overcalled,
               (state <> 'CLOSED' and (called <> 0 or paid <> 0 or restored <> 0 or distributed <> 0)) as early
          from commitment
        """;

    private static final String TOTALS = """
        select f.fund_id, coalesce(c.accepted, 0) as accepted, coalesce(c.committed, 0) as committed,
               t.accepted as kept_accepted, t.committed as kept_committed
          from fund f
          left join fund_total t on t.fund_id = f.fund_id
          left join (select fund_id, sum(amount) filter (where state = 'ACCEPTED') as accepted,
                            sum(amount) filter (where state = 'CLOSED') as committed
                       from commitment group by fund_id) c on c.fund_id = f.fund_id
         where t.accepted is distinct from coalesce(c.accepted, 0)
            or t.committed is distinct from coalesce(c.committed, 0)
        """;

    private static final String SCOPES = """
        select c.commitment_id, c.programme_id, c.currency, f.programme_id as fund_programme, f.base_currency
          from commitment c join fund f on f.fund_id = c.fund_id
         where c.programme_id <> f.programme_id or c.currency <> f.base_currency
        """;

    private CommitmentAudit() {}

    public static void check(Snapshot snapshot, Findings findings) throws SQLException {
        checkBounds(snapshot, findings);
        snapshot.each(
                TOTALS,
                row -> findings.add(
                        Check.A04,
                        snapshot.table("fund_total"),
                        row.id("fund_id"),
                        "accepted " + row.amount("accepted").toPlainString() + ", committed "
                                + row.amount("committed").toPlainString(),
                        row.isAbsent("kept_accepted")
                                ? "no row"
                                : "accepted " + row.amount("kept_accepted").toPlainString() + ", committed "
                                        + row.amount("kept_committed").toPlainString()));
        snapshot.each(
                SCOPES,
                row -> findings.add(
                        Check.A04,
                        snapshot.table("commitment"),
                        row.id("commitment_id"),
                        "its fund's programme " + row.id("fund_programme") + " and currency "
                                + row.text("base_currency"),
                        row.id("programme_id") + " and " + row.text("currency")));
        for (String table : VERSIONED) {
            checkLast(snapshot, findings, table, table + "_id");
            checkGaps(snapshot, findings, table, table + "_id");
        }
        for (Map.Entry<String, String> table : DRAWN.entrySet()) {
            checkLast(snapshot, findings, table.getKey(), table.getValue());
        }
    }

    private static void checkBounds(Snapshot snapshot, Findings findings) throws SQLException {
        String table = snapshot.table("commitment");
        snapshot.each(BOUNDS, row -> {
            findings.checked(Check.A04, 1);
            if (row.truth("negative")) {
                findings.add(
                        Check.A04,
                        table,
                        row.id("commitment_id"),
                        "no negative amount",
                        "amount " + row.text("amount") + ", called " + row.text("called") + ", paid "
                                + row.text("paid") + ", restored " + row.text("restored") + ", distributed "
                                + row.text("distributed"));
            }
            if (row.truth("overpaid")) {
                findings.add(
                        Check.A04,
                        table,
                        row.id("commitment_id"),
                        "paid at most " + row.text("called") + " as called",
                        row.text("paid"));
            }
            if (row.truth("overcalled")) {
                findings.add(Check.A04, table, row.id("commitment_id"), "uncalled from 0 on", row.text("uncalled"));
            }
            if (row.truth("early")) {
                findings.add(
                        Check.A04,
                        table,
                        row.id("commitment_id"),
                        "nothing called or paid while " + row.text("state"),
                        "called " + row.text("called") + ", paid " + row.text("paid"));
            }
        });
    }

    /** The row and its last version have the same columns, so the database compares them whole. */
    private static void checkLast(Snapshot snapshot, Findings findings, String table, String id) throws SQLException {
        String versions = table + "_version";
        snapshot.each(
                "select coalesce(r." + id + ", v." + id + ") as id, r.version as kept, v.version as last"
                        + " from " + table + " r full join (select distinct on (" + id + ") * from " + versions
                        + " order by " + id + ", version desc) v on v." + id + " = r." + id
                        + " where to_jsonb(r) is distinct from to_jsonb(v)",
                row -> findings.add(
                        Check.A04,
                        snapshot.table(table),
                        row.id("id"),
                        row.isAbsent("last") ? "a version in " + versions : "its last version " + row.number("last"),
                        row.isAbsent("kept")
                                ? "no row"
                                : row.isAbsent("last")
                                        ? "none"
                                        : "a row of version " + row.number("kept") + " that differs"));
    }

    private static void checkGaps(Snapshot snapshot, Findings findings, String table, String id) throws SQLException {
        String versions = table + "_version";
        snapshot.each(
                "select " + id + " as id, count(*) as n, max(version) as last from " + versions + " group by " + id
                        + " having max(version) <> count(*) or min(version) <> 1",
                row -> findings.add(
                        Check.A04,
                        snapshot.table(versions),
                        row.id("id"),
                        "versions from 1 without gaps",
                        row.number("n") + " versions, the last " + row.number("last")));
    }
}
