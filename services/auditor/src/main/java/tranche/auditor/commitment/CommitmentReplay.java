package tranche.auditor.commitment;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.database.Values;
import tranche.auditor.event.EventListener;
import tranche.auditor.event.EventRow;
import tranche.commitments.CommitmentTransferred;

/**
 * Replays a fund's events and compares each commitment that they leave with its row (invariant I-10). One fund's
 * commitments are held at a time.
 */
public final class CommitmentReplay implements EventListener {

    /** Columns that hold several things are taken apart; a signatory's name is sealed and is in no event. */
    private static final String ROWS = """
        select commitment_id, programme_id, fund_id, investor_id, state, currency, amount, dated, date_precision,
               called, paid, restored, distributed, closing_date, closing_id, reason, source_system, external_ref,
               version, effective_date, recorded_at,
               evidence ->> 'source' as source,
               (evidence -> 'signatory' ->> 'id')::uuid as signatory_id,
               evidence -> 'signatory' ->> 'digest' as signatory_digest,
               (select coalesce(array_agg(d.document ->> 'sha256' order by d.place), '{}')
                  from jsonb_array_elements(evidence -> 'documents') with ordinality as d(document, place))
                   as documents,
               (opening ->> 'called')::numeric as opening_called, (opening ->> 'paid')::numeric as opening_paid,
               (opening ->> 'restored')::numeric as opening_restored,
               (opening ->> 'distributed')::numeric as opening_distributed,
               (opening ->> 'asOf')::date as opening_as_of, opening ->> 'source' as opening_source,
               (select array_agg(distinct split_part(m.maker, '/', 1) order by split_part(m.maker, '/', 1))
                  from jsonb_array_elements_text(makers) as m(maker)) as makers,
               transferred_from, transferred_at,
               (select coalesce(array_agg(t.id order by t.place), '{}')
                  from jsonb_array_elements_text(transferred_to) with ordinality as t(id, place)) as transferred_to
          from commitment
         where fund_id = ?
        """;

    private final Snapshot snapshot;
    private final Findings findings;
    private final Map<UUID, CommitmentPicture> pictures = new LinkedHashMap<>();
    private Committed committed = new Committed();

    public CommitmentReplay(Snapshot snapshot, Findings findings) {
        this.snapshot = snapshot;
        this.findings = findings;
    }

    @Override
    public void event(EventRow row, IndexedRecord event) {
        committed
                .expected(event)
                .ifPresent(counted -> findings.add(
                        Check.A04,
                        snapshot.table("event"),
                        row.id(),
                        counted.toPlainString() + " committed to the fund",
                        event.getSchema().getName() + " says otherwise"));
        if (!CommitmentPicture.concerns(event)) {
            return;
        }
        CommitmentPicture picture = pictures.computeIfAbsent(row.aggregate(), CommitmentPicture::new);
        if (event instanceof CommitmentTransferred transfer) {
            picture.taker(transfer).ifPresent(taker -> pictures.put(transfer.getToCommitmentId(), taker));
        }
        if (!picture.apply(event)) {
            findings.add(
                    Check.A04,
                    snapshot.table("event"),
                    row.id(),
                    "an event that can come next for commitment " + row.aggregate(),
                    event.getSchema().getFullName());
        }
    }

    @Override
    public void end(UUID key) throws SQLException {
        String table = snapshot.table("commitment");
        List<UUID> strangers = new ArrayList<>();
        snapshot.each(
                ROWS,
                row -> {
                    UUID id = row.id("commitment_id");
                    CommitmentPicture picture = pictures.remove(id);
                    if (picture == null) {
                        strangers.add(id);
                        return;
                    }
                    Map<String, @Nullable Object> found = row.values();
                    Values.compare(picture.columns(), found)
                            .ifPresent(different ->
                                    findings.add(Check.A04, table, id, different.expected(), different.found()));
                },
                key);
        strangers.forEach(id -> findings.add(Check.A04, table, id, "events of it", "none"));
        pictures.keySet().forEach(id -> findings.add(Check.A04, table, id, "a row, for it has events", "none"));
        pictures.clear();
        committed = new Committed();
    }
}
