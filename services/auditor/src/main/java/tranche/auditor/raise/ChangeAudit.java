package tranche.auditor.raise;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.Head;
import tranche.Money;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.database.Values;
import tranche.auditor.topic.Arrived;
import tranche.commitments.ClosingEffective;
import tranche.commitments.InvestmentMade;
import tranche.commitments.InvestorKycRecorded;
import tranche.commitments.RaiseThresholdPassed;

/** Holds the feed and the histories against the events: one row for each that is told, in the order of its key. */
final class ChangeAudit {

    private static final Pattern DRAWDOWN = Pattern.compile(
            "(CapitalCall|CallLine|Receipt|Overpayment|Refund|Tranche|Forecast|FundForecast|BankAccount).*|CommitmentDrawn"
                    + "|PaymentInstructionsChanged|NoticeKeyPublished");

    /** What of all that is told in the feed. */
    private static final Set<String> TOLD = Set.of(
            "CapitalCallDrafted",
            "CapitalCallIssued",
            "CapitalCallCancelled",
            "CapitalCallPaid",
            "CapitalCallReversed",
            "TrancheReleased");

    private static final String FIND = "select * from raise_change where event_id = any(?)";

    private final Snapshot portal;
    private final Snapshot source;
    private final Findings findings;
    private final String table;

    private final Map<UUID, Map<String, @Nullable Object>> page = new LinkedHashMap<>();
    private final Map<UUID, Long> lastPlace = new HashMap<>();
    private long expected;

    ChangeAudit(Snapshot portal, Snapshot source, Findings findings) {
        this.portal = portal;
        this.source = source;
        this.findings = findings;
        this.table = portal.table("raise_change");
    }

    void event(Arrived arrived) throws SQLException {
        if (!isTold(arrived.event())) {
            return;
        }
        page.put(arrived.head().getEventId(), columns(arrived));
        if (page.size() == Snapshot.PAGE) {
            compare();
        }
    }

    /**
     * Checks of an investor are nobody's news, and neither what the portal's own events say, what a raise comes to, which stands
     * above the feed, nor the single steps of what is called, where it is paid and what comes in.
     */
    private static boolean isTold(IndexedRecord event) {
        return event.getSchema().getNamespace().equals("tranche.commitments")
                && !(event instanceof InvestorKycRecorded || event instanceof RaiseThresholdPassed)
                && (TOLD.contains(event.getSchema().getName())
                        || !DRAWDOWN.matcher(event.getSchema().getName()).matches());
    }

    private static Map<String, @Nullable Object> columns(Arrived arrived) {
        IndexedRecord event = arrived.event();
        Head head = arrived.head();
        String name = event.getSchema().getName();
        boolean ofCommitment = name.startsWith("Commitment");
        boolean isAbout = TOLD.contains(name) || event instanceof InvestmentMade;
        Object total = field(event, "total");
        Object money = ofCommitment || total == null ? field(event, "amount") : total;
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("kind", name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
        columns.put("type", event.getSchema().getFullName());
        columns.put("recorded_at", head.getRecordedAt());
        columns.put("effective", head.getEffectiveDate());
        columns.put("actor", head.getActorId());
        columns.put("key", arrived.key());
        columns.put("sequence", head.getSequence());
        columns.put("version", head.getVersion());
        columns.put("programme_id", field(event, "programmeId"));
        columns.put("fund_id", field(event, "fundId"));
        columns.put("investor_id", field(event, "investorId"));
        columns.put("commitment_id", ofCommitment ? head.getAggregateId() : null);
        columns.put("about", isAbout ? head.getAggregateId() : null);
        columns.put("state", ofCommitment ? field(event, "state") : null);
        columns.put("currency", money instanceof Money amount ? amount.getCurrency() : null);
        columns.put("amount", money instanceof Money amount ? amount.getValue() : null);
        columns.put("amount_before", field(event, "amountBefore") instanceof Money before ? before.getValue() : null);
        columns.put("other_commitment", other(event));
        columns.put("reason", field(event, "reason"));
        columns.put(
                "commitments",
                event instanceof ClosingEffective closing ? List.copyOf(closing.getCommitmentIds()) : null);
        return columns;
    }

    /** The commitment at the other end of a transfer. */
    private static @Nullable Object other(IndexedRecord event) {
        Object to = field(event, "toCommitmentId");
        return to == null ? field(event, "fromCommitmentId") : to;
    }

    private static @Nullable Object field(IndexedRecord event, String name) {
        Schema.Field field = event.getSchema().getField(name);
        return field == null ? null : event.get(field.pos());
    }

    private void compare() throws SQLException {
        Map<UUID, Map<String, @Nullable Object>> found = new HashMap<>();
        portal.each(FIND, row -> found.put(row.id("event_id"), row.values()), List.copyOf(page.keySet()));
        page.forEach((event, columns) -> {
            Map<String, @Nullable Object> row = found.get(event);
            if (row == null) {
                findings.add(Check.A08, table, event, "one row, for the event was applied", "none");
                return;
            }
            Values.compare(columns, row)
                    .ifPresent(different ->
                            findings.add(Check.A07, table, event, different.expected(), different.found()));
            checkOrder(event, row);
        });
        findings.checked(Check.A07, page.size());
        expected += page.size();
        page.clear();
    }

    private void checkOrder(UUID event, Map<String, @Nullable Object> row) {
        if (row.get("key") instanceof UUID key && row.get("place") instanceof Long place) {
            long before = lastPlace.getOrDefault(key, 0L);
            if (place <= before) {
                findings.add(Check.A08, table, event, "a place behind " + before + ", where the one before is", place);
            }
            lastPlace.put(key, place);
        }
    }

    void endOfPartition() throws SQLException {
        compare();
        lastPlace.clear();
    }

    void endOfTopic() throws SQLException {
        if (source.service().equals("commitments")) {
            Strangers.check(portal, source, "raise_change", "event_id", "event_id", expected, findings);
        }
    }
}
