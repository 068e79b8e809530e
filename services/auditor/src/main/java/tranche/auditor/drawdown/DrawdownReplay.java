package tranche.auditor.drawdown;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.database.Values;
import tranche.auditor.event.EventListener;
import tranche.auditor.event.EventRow;
import tranche.commitments.FundCreated;

/**
 * Replays a fund's events and compares each tranche, call, demanded line, receipt, investment, bank account and forecast with
 * its row (A04). One fund's are held at a time.
 */
public final class DrawdownReplay implements EventListener {

    private final Snapshot snapshot;
    private final Findings findings;
    private final List<Replayed> replayed = List.of(
            new TrancheReplay(),
            new CallReplay(),
            new LineReplay(),
            new ReceiptReplay(),
            new InvestmentReplay(),
            new BankAccountReplay(),
            new ForecastReplay());

    private boolean isFund;

    public DrawdownReplay(Snapshot snapshot, Findings findings) {
        this.snapshot = snapshot;
        this.findings = findings;
    }

    @Override
    public void event(EventRow row, IndexedRecord event) {
        isFund |= event instanceof FundCreated;
        for (Replayed rows : replayed) {
            if (rows.concerns(event) && !rows.apply(event)) {
                findings.add(
                        Check.A04,
                        snapshot.table("event"),
                        row.id(),
                        "an event that can come next in " + rows.table(),
                        event.getSchema().getFullName());
            }
        }
    }

    @Override
    public void end(UUID key) throws SQLException {
        for (Replayed rows : replayed) {
            // Other keys are those of programmes and investors, and have no such rows.
            if (isFund) {
                compare(rows, key);
            }
            rows.pictures().clear();
        }
        isFund = false;
    }

    private void compare(Replayed rows, UUID fund) throws SQLException {
        String table = snapshot.table(rows.table());
        List<String> strangers = new ArrayList<>();
        snapshot.each(
                rows.rows(),
                row -> {
                    findings.checked(Check.A04, 1);
                    String id = row.text("id");
                    Picture picture = rows.pictures().remove(id);
                    if (picture == null) {
                        strangers.add(id);
                        return;
                    }
                    Values.compare(picture.columns(), rows.found(row))
                            .ifPresent(different ->
                                    findings.add(Check.A04, table, id, different.expected(), different.found()));
                },
                fund);
        strangers.forEach(id -> findings.add(Check.A04, table, id, "events of it", "none"));
        rows.pictures().keySet().forEach(id -> findings.add(Check.A04, table, id, "a row, for it has events", "none"));
    }
}
