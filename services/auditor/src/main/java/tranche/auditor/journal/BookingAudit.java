package tranche.auditor.journal;

import java.sql.SQLException;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;

/**
 * Each balance is the sum of its postings (A02); each event that books has one entry and each entry its event (A03); what
 * is kept by account is what the commitments come to (A04, invariant I-4), what was contributed here included, and what is
 * receivable is what is open of the lines of issued calls, whosever the commitments are by now.
 */
public final class BookingAudit {

    private static final String BALANCES = """
        select coalesce(b.fund_id, p.fund_id) || '/' || coalesce(b.ledger, p.ledger) || '/'
                   || coalesce(b.account, p.account) || '/' || coalesce(b.investor_id, p.investor_id) || '/'
                   || coalesce(b.currency, p.currency) as id,
               coalesce(b.amount::text, 'none') || ' of ' || coalesce(b.postings, 0) || ' postings' as kept,
               coalesce(p.amount::text, 'none') || ' of ' || coalesce(p.postings, 0) || ' postings' as summed,
               b.amount is not distinct from p.amount and b.postings is not distinct from p.postings as same
          from balance b
          full join (select fund_id, ledger, account,
                            coalesce(investor_id, '00000000-0000-0000-0000-000000000000') as investor_id, currency,
                            sum(amount) as amount, count(*) as postings
                       from posting group by 1, 2, 3, 4, 5) p
            on (b.fund_id, b.ledger, b.account, b.investor_id, b.currency)
                   = (p.fund_id, p.ledger, p.account, p.investor_id, p.currency)
        """;

    private static final String UNBOOKED = """
        select e.event_id, e.type, count(j.id) as n
          from event e left join journal_entry j on j.event_id = e.event_id
         where e.type in ('tranche.commitments.CommitmentClosed', 'tranche.commitments.CommitmentTakenOn',
                          'tranche.commitments.CommitmentAmended', 'tranche.commitments.CommitmentTransferred',
                          'tranche.commitments.InvestmentMade')
         group by e.event_id, e.type having count(j.id) <> 1
        """;

    private static final String WITHOUT_EVENT = """
        select j.id, j.event_id, j.type, e.type as event_type
          from journal_entry j left join event e on e.event_id = j.event_id
         where e.event_id is null or e.type <> 'tranche.commitments.' || j.type or e.key <> j.fund_id
            or e.effective_date <> j.effective_date or e.recorded_at <> j.recorded_at
        """;

    private static final String POSTINGS_WITHOUT_ENTRY =
            "select entry_id, line from posting p where not exists (select from journal_entry j where j.id ="
                    + " p.entry_id)";

    private static final String COMMITTED = """
        with kept as (
            select fund_id, investor_id, currency, account, amount from balance
             where account in ('3000', 'C10', 'C20', 'C30', 'C40') and amount <> 0),
        computed as (
            select c.fund_id, c.investor_id, c.currency, a.account, sum(a.amount) as amount
              from commitment c
             cross join lateral (values ('3000', coalesce((c.opening ->> 'called')::numeric, 0) - c.called),
                                        ('C10', - c.amount), ('C20', c.amount - c.called + c.restored),
                                        ('C30', c.called - c.paid), ('C40', c.paid - c.restored))
                as a(account, amount)
             where c.state = 'CLOSED'
             group by 1, 2, 3, 4 having sum(a.amount) <> 0)
        select coalesce(k.fund_id, c.fund_id)
                   || case coalesce(k.account, c.account) when '3000' then '/CASH/' else '/COMMITMENT/' end
                   || coalesce(k.account, c.account) || '/'
                   || coalesce(k.investor_id, c.investor_id) || '/' || coalesce(k.currency, c.currency) as id,
               coalesce(c.amount, 0)::text as expected, coalesce(k.amount, 0)::text as found
          from kept k full join computed c
            on (k.fund_id, k.investor_id, k.currency, k.account)
                   = (c.fund_id, c.investor_id, c.currency, c.account)
         where k.amount is distinct from c.amount
        """;

    private static final String RECEIVABLE = """
        with kept as (
            select fund_id, investor_id, currency, amount from balance where account = '1100' and amount <> 0),
        owed as (
            select fund_id, investor_id, currency, sum(amount - matched) as amount
              from call_line
             where state in ('ISSUED', 'PART_PAID', 'OVERDUE')
             group by 1, 2, 3)
        select coalesce(k.fund_id, o.fund_id) || '/CASH/1100/' || coalesce(k.investor_id, o.investor_id) || '/'
                   || coalesce(k.currency, o.currency) as id,
               coalesce(o.amount, 0)::text as expected, coalesce(k.amount, 0)::text as found
          from kept k full join owed o
            on (k.fund_id, k.investor_id, k.currency) = (o.fund_id, o.investor_id, o.currency)
         where k.amount is distinct from o.amount
        """;

    private BookingAudit() {}

    public static void check(Snapshot snapshot, Findings findings) throws SQLException {
        snapshot.each(BALANCES, row -> {
            findings.checked(Check.A02, 1);
            if (!row.truth("same")) {
                findings.add(
                        Check.A02, snapshot.table("balance"), row.text("id"), row.text("summed"), row.text("kept"));
            }
        });
        snapshot.each(
                UNBOOKED,
                row -> findings.add(
                        Check.A03,
                        snapshot.table("journal_entry"),
                        "event " + row.id("event_id"),
                        "one entry of " + row.text("type"),
                        row.number("n")));
        snapshot.each(
                WITHOUT_EVENT,
                row -> findings.add(
                        Check.A03,
                        snapshot.table("journal_entry"),
                        row.id("id"),
                        "what event " + row.id("event_id") + " booked: " + row.text("type"),
                        row.isAbsent("event_type")
                                ? "no such event"
                                : row.text("event_type") + " of another key, day or instant"));
        snapshot.each(
                POSTINGS_WITHOUT_ENTRY,
                row -> findings.add(
                        Check.A03,
                        snapshot.table("posting"),
                        row.id("entry_id") + " line " + row.number("line"),
                        "an entry",
                        "none"));
        compare(snapshot, findings, COMMITTED, " by the closed commitments");
        compare(snapshot, findings, RECEIVABLE, " open of what was called");
    }

    private static void compare(Snapshot snapshot, Findings findings, String query, String source) throws SQLException {
        snapshot.each(
                query,
                row -> findings.add(
                        Check.A04,
                        snapshot.table("balance"),
                        row.text("id"),
                        row.text("expected") + source,
                        row.text("found")));
    }
}
