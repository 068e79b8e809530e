package tranche.auditor.notification;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.Head;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Row;
import tranche.auditor.database.Snapshot;
import tranche.auditor.database.Values;
import tranche.auditor.event.EventListener;
import tranche.auditor.event.EventRow;
import tranche.notifications.DeliveryFailed;
import tranche.notifications.DeliveryReplayed;
import tranche.notifications.DeliverySent;

/**
 * Replays a recipient's events and compares each of his deliveries with what they leave (A10). One recipient's settled deliveries
 * are held at a time.
 */
public final class DeliveryReplay implements EventListener {

    private static final String ROWS = """
            select delivery_id, alert_id, channel, target_id, state, attempts, fresh, reason, version from delivery
             where recipient_id = ?
            """;

    private static final String PENDING = "PENDING";

    private final Snapshot kept;
    private final Findings findings;
    private final Map<UUID, Map<String, @Nullable Object>> last = new LinkedHashMap<>();

    public DeliveryReplay(Snapshot kept, Findings findings) {
        this.kept = kept;
        this.findings = findings;
    }

    @Override
    public void event(EventRow row, IndexedRecord event) {
        switch (event) {
            case DeliverySent e ->
                heard(e.getHead(), e.getAlertId(), e.getChannel(), e.getTargetId(), e.getState(), e.getAttempts())
                        .put("reason", null);
            case DeliveryFailed e ->
                heard(e.getHead(), e.getAlertId(), e.getChannel(), e.getTargetId(), e.getState(), e.getAttempts())
                        .put("reason", e.getFailure());
            case DeliveryReplayed e ->
                heard(e.getHead(), e.getAlertId(), e.getChannel(), e.getTargetId(), e.getState(), e.getAttempts())
                        .put("fresh", e.getAttempts());
            default -> {}
        }
    }

    private Map<String, @Nullable Object> heard(
            Head head, Optional<UUID> alert, String channel, UUID target, String state, int attempts) {
        Map<String, @Nullable Object> picture =
                last.computeIfAbsent(head.getAggregateId(), _ -> new HashMap<>(Map.of("fresh", 0)));
        picture.put("alert_id", alert.orElse(null));
        picture.put("channel", channel);
        picture.put("target_id", target);
        picture.put("state", state);
        picture.put("attempts", attempts);
        picture.put("version", head.getVersion());
        return picture;
    }

    @Override
    public void end(UUID key) throws SQLException {
        kept.each(ROWS, this::compare, key);
        last.keySet().forEach(id -> tell(id, "a row, for it has events", "none"));
        last.clear();
    }

    private void compare(Row row) throws SQLException {
        UUID id = row.id("delivery_id");
        Map<String, @Nullable Object> told = last.remove(id);
        Map<String, @Nullable Object> expected =
                told == null ? new HashMap<>(Map.of("version", 0L, "fresh", 0, "state", PENDING)) : told;
        if (PENDING.equals(expected.get("state")) && !isSettled(row.text("state"))) {
            // What comes before a delivery is settled has no events.
            expected.keySet().removeIf(column -> switch (column) {
                case "state", "attempts", "reason" -> true;
                default -> false;
            });
        }
        Values.compare(expected, row.values())
                .ifPresent(different -> tell(id, different.expected(), different.found()));
    }

    /** Whether it has come to an end of which there is an event: what is cancelled has none. */
    private static boolean isSettled(String state) {
        return switch (state) {
            case PENDING, "SENDING", "CANCELLED" -> false;
            default -> true;
        };
    }

    private void tell(UUID id, String expected, String found) {
        findings.add(Check.A10, kept.table("delivery"), id, expected, found);
    }
}
