package tranche.auditor.notification;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Row;
import tranche.auditor.database.Snapshot;

/**
 * Holds deliveries against their alerts and their attempts (A10): each belongs to an alert of its recipient, or tests one of his
 * targets, and has the id that is made of these; its attempts are numbered from 1 without a gap; and its state is the one that
 * the last of them leaves. What its events say is looked at by {@link DeliveryReplay}.
 *
 * <p>An attempt whose process died keeps no end, and is followed by another: only the last one has to have ended where a delivery
 * is settled. What was cancelled may have been under way.
 */
public final class DeliveryAudit {

    /** With what its recipient has: an address that was asked about, or an endpoint, each so many times at most. */
    private static final String DELIVERIES = """
            select d.delivery_id, d.recipient_id, d.alert_id, d.channel, d.target_id, d.state, d.attempts, d.fresh, d.digest,
                   not exists (select from digest_item i
                                 join alert g on g.alert_id = i.alert_id
                                 join notice n on n.notice_id = g.notice_id
                                 left join notice_trace t on t.notice_id = n.notice_id
                                where i.delivery_id = d.delivery_id
                                  and (g.recipient_id <> d.recipient_id
                                       or split_part(d.digest, ' ', 1) = 'SLIP'
                                          and (n.type not in ('MS_05', 'MS_06', 'FC_01')
                                               or t.correlation_id::text is distinct from split_part(d.digest, ' ', 2))))
                       as gathers,
                   a.recipient_id as told, coalesce(e.tests, r.version, 0) as tests,
                   d.channel = 'WEBHOOK' and e.endpoint_id is null
                       or d.channel = 'EMAIL' and d.target_id <> d.recipient_id as strange,
                   made.times, made.last, l.ended_at is null as open, l.outcome
              from delivery d
              left join alert a on a.alert_id = d.alert_id
              left join webhook_endpoint e
                     on d.channel = 'WEBHOOK' and e.endpoint_id = d.target_id and e.owner_id = d.recipient_id
              left join recipient r on d.channel = 'EMAIL' and r.recipient_id = d.recipient_id
              left join delivery_attempt l on l.delivery_id = d.delivery_id and l.number = d.attempts
             cross join lateral (select count(*) as times, coalesce(max(t.number), 0) as last
                                   from delivery_attempt t where t.delivery_id = d.delivery_id) made
            """;

    /**
     * How a channel's deliveries end.
     *
     * @param most attempts before it is given up
     */
    private record Way(String taken, String refused, long most) {}

    /** A try and as many more as there are pauses (rule N-11). */
    private static final Map<String, Way> WAYS = Map.of(
            "EMAIL", new Way("SENT", "BOUNCED_HARD", 9),
            "WEBHOOK", new Way("DELIVERED", "FAILED", 10));

    private final Snapshot kept;
    private final Findings findings;

    public DeliveryAudit(Snapshot kept, Findings findings) {
        this.kept = kept;
        this.findings = findings;
    }

    /** Checks each delivery. */
    public void check() throws SQLException {
        kept.each(DELIVERIES, row -> {
            findings.checked(Check.A10, 1);
            checkOrigin(row);
            checkAttempts(row);
        });
    }

    private void checkOrigin(Row row) throws SQLException {
        UUID recipient = row.id("recipient_id");
        UUID alert = row.idOrNull("alert_id");
        if (row.truth("strange")) {
            tell(row, "a target of " + recipient, row.text("channel") + " " + row.id("target_id"));
        } else if (alert == null) {
            if (!isDigest(row) && !isTest(row)) {
                tell(row, "the id of a test or a digest of " + row.id("target_id"), "another, and no alert");
            }
        } else if (!recipient.equals(row.idOrNull("told"))) {
            tell(row, "an alert of " + recipient, "alert " + alert);
        } else if (!NameIds.delivery(alert, row.text("channel"), row.id("target_id"))
                .equals(row.id("delivery_id"))) {
            tell(row, "the id of alert " + alert + " by " + row.text("channel"), "another");
        }
    }

    /**
     * A mail of several is the only one of its hour, day or week, or of its number of a slip, and gathers its recipient's alerts:
     * of a slip, those that follow from it.
     */
    private static boolean isDigest(Row row) throws SQLException {
        return !row.isAbsent("digest")
                && row.truth("gathers")
                && NameIds.digest(row.id("recipient_id"), row.text("digest")).equals(row.id("delivery_id"));
    }

    /** Tests are numbered, and the last ones are the likelier. */
    private static boolean isTest(Row row) throws SQLException {
        UUID id = row.id("delivery_id");
        for (long number = row.number("tests"); number > 0; number--) {
            if (NameIds.test(row.text("channel"), row.id("target_id"), number).equals(id)) {
                return true;
            }
        }
        return false;
    }

    private void checkAttempts(Row row) throws SQLException {
        long attempts = row.number("attempts");
        if (row.number("times") != attempts || row.number("last") != attempts) {
            tell(
                    row,
                    "attempts 1 to " + attempts,
                    row.number("times") + " attempts, the last of number " + row.number("last"));
            return;
        }
        String state = row.text("state");
        String left = stateAfter(row);
        if (!state.equals(left) && !state.equals("CANCELLED")) {
            tell(row, "state " + left + ", for " + because(row), "state " + state);
        }
    }

    /** The state that the last attempt leaves, if nobody cancels. */
    private static String stateAfter(Row row) throws SQLException {
        long tried = row.number("attempts") - row.number("fresh");
        if (tried == 0) {
            return "PENDING";
        }
        if (row.truth("open")) {
            return "SENDING";
        }
        Way way = WAYS.get(row.text("channel"));
        if (way == null) {
            return "of a channel that there is";
        }
        return switch (row.text("outcome")) {
            case "TAKEN" -> way.taken();
            case "HARD" -> way.refused();
            default -> tried < way.most() ? "PENDING" : "FAILED";
        };
    }

    private static String because(Row row) throws SQLException {
        @Nullable String outcome = row.textOrNull("outcome");
        return "attempt " + row.number("attempts") + (outcome == null ? " has not ended" : " ended " + outcome);
    }

    private void tell(Row row, String expected, String found) throws SQLException {
        findings.add(Check.A10, kept.table("delivery"), row.id("delivery_id"), expected, found);
    }
}
