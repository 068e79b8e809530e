package tranche.auditor.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Row;
import tranche.auditor.database.Snapshot;
import tranche.auditor.database.Values;
import tranche.auditor.event.Hashes;

/**
 * Walks each fund's journal: an entry sums to zero in each currency and ledger (A01), its hash covers the text made anew
 * from its postings and the entry before, and it is what its event booked (A03).
 */
public final class JournalAudit {

    private static final String ENTRIES = """
        select j.id, j.fund_id, j.sequence, j.event_id, j.type, j.effective_date, j.recorded_at, j.entry_text,
               j.reverses, j.canonical, j.prev_hash, j.hash,
               p.line, p.fund_id as posting_fund, p.investor_id, p.ledger, p.account, p.dims, p.currency, p.amount,
               p.effective_date as posting_date, p.recorded_at as posting_recorded_at
          from journal_entry j left join posting p on p.entry_id = j.id
         order by j.fund_id, j.sequence, p.line
        """;

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Snapshot snapshot;
    private final Findings findings;
    private final String table;

    private @Nullable Entry open;
    private @Nullable Entry before;

    public JournalAudit(Snapshot snapshot, Findings findings) {
        this.snapshot = snapshot;
        this.findings = findings;
        this.table = snapshot.table("journal_entry");
    }

    private record Line(String ledger, String account, Map<String, String> dims, String currency, BigDecimal amount) {

        Map<String, Object> members() {
            return Map.of("account", account, "dims", dims, "currency", currency, "amount", amount.toPlainString());
        }
    }

    private record Entry(
            UUID id,
            UUID fund,
            long sequence,
            UUID event,
            LocalDate validDate,
            Instant recordedAt,
            @Nullable String text,
            @Nullable UUID reverses,
            String canonical,
            byte[] previousHash,
            byte[] hash,
            List<Line> lines) {

        static Entry read(Row row) throws SQLException {
            return new Entry(
                    row.id("id"),
                    row.id("fund_id"),
                    row.number("sequence"),
                    row.id("event_id"),
                    row.date("effective_date"),
                    row.instant("recorded_at"),
                    row.textOrNull("entry_text"),
                    row.idOrNull("reverses"),
                    row.text("canonical"),
                    row.bytes("prev_hash"),
                    row.bytes("hash"),
                    new ArrayList<>());
        }

        String computedCanonical() {
            Map<String, Object> members = new TreeMap<>();
            members.put("id", id.toString());
            members.put("seq", sequence);
            members.put("fund", fund.toString());
            members.put("validDate", validDate.toString());
            members.put("recordedAt", MICROS.format(recordedAt));
            members.put("event", event.toString());
            if (text != null) {
                members.put("text", text);
            }
            if (reverses != null) {
                members.put("reverses", reverses.toString());
            }
            members.put("postings", lines.stream().map(Line::members).toList());
            return Canonical.of(members);
        }
    }

    public void check() throws SQLException {
        snapshot.each(ENTRIES, this::read);
        endEntry();
    }

    private void read(Row row) throws SQLException {
        if (open == null || !open.id().equals(row.id("id"))) {
            endEntry();
            open = Entry.read(row);
        }
        if (row.isAbsent("line")) {
            return;
        }
        Map<String, String> dims = dims(row.text("dims"));
        open.lines()
                .add(new Line(
                        row.text("ledger"), row.text("account"), dims, row.text("currency"), row.amount("amount")));
        checkPosting(open, row, dims);
    }

    /** What a posting repeats of its entry and of its dimensions, so that it can be found by it. */
    private void checkPosting(Entry entry, Row row, Map<String, String> dims) throws SQLException {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("fund_id", entry.fund());
        expected.put("ledger", row.text("account").startsWith("C") ? "COMMITMENT" : "CASH");
        expected.put("investor_id", dims.get("investor"));
        expected.put("effective_date", entry.validDate());
        expected.put("recorded_at", entry.recordedAt());
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        found.put("fund_id", row.id("posting_fund"));
        found.put("ledger", row.text("ledger"));
        found.put("investor_id", row.textOrNull("investor_id"));
        found.put("effective_date", row.date("posting_date"));
        found.put("recorded_at", row.instant("posting_recorded_at"));
        String id = entry.id() + " line " + row.number("line");
        Values.compare(expected, found)
                .ifPresent(different -> findings.add(
                        Check.A03, snapshot.table("posting"), id, different.expected(), different.found()));
    }

    private void endEntry() {
        Entry entry = open;
        if (entry == null) {
            return;
        }
        findings.checked(Check.A01, 1);
        findings.checked(Check.A03, 1);
        checkSums(entry);
        checkLink(entry);
        before = entry;
        open = null;
    }

    private void checkSums(Entry entry) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        entry.lines()
                .forEach(line -> sums.merge(line.ledger() + " " + line.currency(), line.amount(), BigDecimal::add));
        if (sums.isEmpty()) {
            findings.add(Check.A01, table, entry.id(), "postings", null);
        }
        sums.forEach((book, sum) -> {
            if (sum.signum() != 0) {
                findings.add(Check.A01, table, entry.id(), book + " postings that sum to 0", sum);
            }
        });
    }

    private void checkLink(Entry entry) {
        Entry previous = before != null && before.fund().equals(entry.fund()) ? before : null;
        long sequence = previous == null ? 1 : previous.sequence() + 1;
        if (entry.sequence() != sequence) {
            findings.add(Check.A03, table, entry.id(), "sequence " + sequence, "sequence " + entry.sequence());
        }
        byte[] previousHash = previous == null ? Hashes.genesis() : previous.hash();
        if (!Arrays.equals(entry.previousHash(), previousHash)) {
            findings.add(
                    Check.A03,
                    table,
                    entry.id(),
                    "prev_hash " + Values.text(previousHash),
                    "prev_hash " + Values.text(entry.previousHash()));
        }
        String canonical = entry.computedCanonical();
        if (!Objects.equals(canonical, entry.canonical())) {
            findings.add(Check.A03, table, entry.id(), "canonical " + canonical, "canonical " + entry.canonical());
        }
        byte[] hash = Hashes.sha256(entry.previousHash(), canonical.getBytes(UTF_8));
        if (!Arrays.equals(entry.hash(), hash)) {
            findings.add(
                    Check.A03,
                    table,
                    entry.id(),
                    "hash " + Values.text(hash) + " of its postings",
                    "hash " + Values.text(entry.hash()));
        }
    }

    private static Map<String, String> dims(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException noObjectOfTexts) {
            return Map.of("unreadable", json);
        }
    }
}
