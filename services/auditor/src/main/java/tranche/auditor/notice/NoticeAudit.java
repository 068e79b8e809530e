package tranche.auditor.notice;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Row;
import tranche.auditor.database.Snapshot;
import tranche.auditor.event.Hashes;

/**
 * Notices are what was signed (A21): the hash and the signature of each are those of its content, its content is of its line,
 * its account and the journal as they stand, its files have their hashes; and no line was issued without one.
 */
public final class NoticeAudit {

    private static final String NOTICES = """
        select n.notice_id, n.content, n.sha256, n.key_id, n.signature, k.public_key,
               concat_ws(', ',
                   case when c ->> 'id' <> n.notice_id::text then 'another notice' end,
                   case when c #>> '{line,id}' <> n.line_id::text or c #>> '{line,reference}' <> l.reference
                        then 'another line' end,
                   case when c #>> '{call,id}' <> n.call_id::text or l.call_id <> n.call_id then 'another call' end,
                   case when c #>> '{fund,id}' <> n.fund_id::text or l.fund_id <> n.fund_id then 'another fund' end,
                   case when c #>> '{investor,id}' <> n.investor_id::text or l.investor_id <> n.investor_id
                        then 'another investor' end,
                   case when (c #>> '{total,investor,value}')::numeric <> l.amount then 'another amount' end,
                   case when (c #>> '{payment,fingerprint}') is distinct from n.fingerprint then 'another account' end,
                   case when n.fingerprint is not null and not exists (
                            select from bank_account a
                             where a.fund_id = n.fund_id and a.fingerprint = n.fingerprint
                               and a.iban = c #>> '{payment,iban}' and a.effective_from <= n.issued_at)
                        then 'an account that did not hold' end,
                   case when not exists (
                            select from journal_entry j
                             where j.fund_id = n.fund_id and j.sequence = (c #>> '{journal,sequence}')::bigint
                               and encode(j.hash, 'hex') = c #>> '{journal,hash}')
                        then 'another journal' end) as wrong
          from notice n
          join notice_key k using (key_id)
          join call_line l using (line_id)
         cross join lateral (select case when pg_input_is_valid(n.content, 'jsonb') then n.content::jsonb end as c) as parsed
        """;

    private static final String FILES = """
        select f.notice_id || ' ' || f.language as id, f.sha256, encode(sha256(f.bytes), 'hex') as found
          from notice_file f
         where f.sha256 <> encode(sha256(f.bytes), 'hex')
        """;

    /** A line that was issued first since there are keys: whenever it comes back to that, its notice is of the first time. */
    private static final String WITHOUT = """
        select v.line_id
          from call_line_version v
         where v.state = 'ISSUED'
           and not exists (select from notice n where n.line_id = v.line_id)
         group by v.line_id
        having min(v.recorded_at) >= (select min(made_at) from notice_key)
        """;

    private NoticeAudit() {}

    public static void check(Snapshot snapshot, Findings findings) throws SQLException {
        snapshot.each(NOTICES, row -> {
            findings.checked(Check.A21, 1);
            checkOne(snapshot, findings, row);
        });
        snapshot.each(
                FILES,
                row -> findings.add(
                        Check.A21,
                        snapshot.table("notice_file"),
                        row.text("id"),
                        row.text("sha256"),
                        row.text("found")));
        snapshot.each(
                WITHOUT,
                row -> findings.add(
                        Check.A21, snapshot.table("notice"), row.id("line_id"), "a notice of the line", "none"));
    }

    private static void checkOne(Snapshot snapshot, Findings findings, Row row) throws SQLException {
        String table = snapshot.table("notice");
        byte[] content = row.text("content").getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of().formatHex(Hashes.sha256(content));
        if (!hash.equals(row.text("sha256"))) {
            findings.add(Check.A21, table, row.id("notice_id"), "content with the hash " + row.text("sha256"), hash);
        }
        if (!Detached.isGood(content, row.text("signature"), row.text("key_id"), row.text("public_key"))) {
            findings.add(
                    Check.A21,
                    table,
                    row.id("notice_id"),
                    "a signature of its content by key " + row.text("key_id"),
                    row.text("signature"));
        }
        if (!row.text("wrong").isEmpty()) {
            findings.add(Check.A21, table, row.id("notice_id"), "a content of its line", row.text("wrong"));
        }
    }
}
