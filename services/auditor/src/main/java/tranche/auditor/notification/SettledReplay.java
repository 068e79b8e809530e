package tranche.auditor.notification;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.topic.Applied;
import tranche.auditor.topic.Arrived;
import tranche.auditor.topic.KeptTable;

/**
 * Which notices are settled, by the first event that came after them and leaves nothing to see to (A09, rule N-6). Whatever is
 * about one thing comes under one key, and so in its order. Notices that nothing has settled are held until their partition ends.
 */
final class SettledReplay implements Applied {

    private final Snapshot kept;
    private final Findings findings;
    private final KeptTable settled;
    private final Map<UUID, List<Open>> open = new HashMap<>();
    private String service = "";
    private long number;

    private record Open(UUID cause, String type, @Nullable Object investor, Set<UUID> parts) {}

    SettledReplay(Snapshot kept, Findings findings) {
        this.kept = kept;
        this.findings = findings;
        settled = new KeptTable(kept, findings, "notice", "cause_id", "notice_id", "settled_by, settled_at");
    }

    @Override
    public void event(Arrived arrived) throws SQLException {
        IndexedRecord event = arrived.event();
        service = event.getSchema().getNamespace();
        Ended.of(event).ifPresent(ended -> settle(ended, arrived));
        Told.of(event)
                .filter(told -> Ended.isOf(told.type()))
                .ifPresent(told -> open.computeIfAbsent(told.subjectId(arrived.head(), event), _ -> new ArrayList<>())
                        .add(new Open(
                                arrived.head().getEventId(), told.type(), Ended.investor(event), Ended.told(event))));
        if (settled.size() >= Snapshot.PAGE) {
            settled.compare();
        }
    }

    private void settle(Ended ended, Arrived arrived) {
        IndexedRecord event = arrived.event();
        List<Open> earlier = open.getOrDefault(Told.subjectId(ended.subject(), arrived.head(), event), List.of());
        for (Iterator<Open> each = earlier.iterator(); each.hasNext(); ) {
            Open one = each.next();
            if (ended.types().contains(one.type())
                    && Objects.equals(one.investor(), Ended.investor(event))
                    && Ended.parts(event).containsAll(one.parts())) {
                Map<String, @Nullable Object> picture = new HashMap<>();
                picture.put("settled_by", arrived.head().getEventId());
                picture.put("settled_at", arrived.head().getRecordedAt());
                settled.add(one.cause(), NameIds.notice(one.type(), one.cause()), picture);
                number++;
                each.remove();
            }
        }
    }

    @Override
    public void endOfPartition() throws SQLException {
        settled.compare();
        open.clear();
    }

    /** What is said to be settled, and is not: each that is was compared. */
    @Override
    public void endOfTopic() throws SQLException {
        long rows = kept.count(
                "select count(*) as n from notice where settled_by is not null and starts_with(cause_type, ?)",
                service + ".");
        if (!service.isEmpty() && rows != number) {
            findings.add(
                    Check.A09,
                    kept.table("notice"),
                    "all",
                    number + " settled by events of " + service,
                    rows + " settled");
        }
    }
}
