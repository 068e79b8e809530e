package tranche.auditor.notification;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Row;
import tranche.auditor.database.Snapshot;
import tranche.auditor.topic.Applied;

/**
 * Recomputes who is told of what (A09, rule N-1), in two steps. First what the service knows is held against the events that it
 * has read, row by row: notices, grants, and who takes part in what ({@link #applied}). Then the alerts are held against these
 * rows: each names an event that is there and is raised by such, was told to somebody who held a grant for it when the event was
 * recorded, and nobody who did is left out. That no one is told twice follows from an alert's id: it is the table's key, and made
 * of recipient, type and cause.
 *
 * <p>What was told before a withdrawal was heard of stays told (decision 0010): it is noted, and no finding.
 *
 * <p>Where there are tables of subscriptions and of preferences, the catalogue alone does not say who is told. Whoever subscribes
 * to something may be told by any role that he held for it; whoever has preferences may have muted what he is not told. All
 * others are told exactly what the catalogue says.
 */
public final class AlertAudit {

    /**
     * A grant {@code h} that held when the event of notice {@code n} was recorded, whether or not it was withdrawn before. What is
     * one account's own is told to whatever grant this one holds, and to no other account.
     */
    private static final String REACHES = """
            h.given_at <= n.recorded_at
            and coalesce(h.until >= (n.recorded_at at time zone 'UTC')::date, true)
            and case when n.account_id is not null then n.account_id = h.account_id else
            (h.investor_id is not null or h.role <> 'INVESTOR')
            and coalesce(h.programme_id = n.programme_id, h.programme_id is null)
            and coalesce(h.project_id = n.project_id, h.project_id is null)
            and case when h.fund_id is null then true
                     when n.fund_id is not null then h.fund_id = n.fund_id
                     else n.published
                          and n.programme_id in (select f.programme_id from fund_of f where f.fund_id = h.fund_id)
                end
            and case when h.investor_id is null then true
                     when n.investor_id is not null then h.investor_id = n.investor_id
                     else n.published
                          and exists (select from investor_of i
                                       where i.investor_id = h.investor_id and i.since <= n.recorded_at
                                         and i.programme_id = n.programme_id
                                         and i.fund_id = coalesce(n.fund_id, i.fund_id)
                                         and i.fund_id = coalesce(h.fund_id, i.fund_id))
                end
            end
            """;

    /** An investor is told of a slip once it was told him that his calls have moved by it. */
    private static final String MOVED = """
            (n.type <> 'MS_05' or h.role <> 'INVESTOR'
             or (h.investor_id, n.subject_id, n.figures -> 'slip' ->> 'count')
                in (select m.investor_id, m.milestone_id, m.slip_days::text from forecast_moved m
                     where m.recorded_at >= n.recorded_at)) """;

    private static final String STILL_HELD = "coalesce(h.ended_at > n.recorded_at, true)";

    private static final String ALERTS = """
            select a.alert_id, a.recipient_id, a.number, a.notice_id, n.type, n.cause_id, coalesce(r.alerts, 0) as last,
                   held.in_time, held.ever
              from alert a
              left join notice n on n.notice_id = a.notice_id
              left join recipient r on r.recipient_id = a.recipient_id
             cross join lateral (select count(*) filter (where %s) as in_time, count(*) as ever
                                   from grant_held h
                                  where h.account_id = a.recipient_id and (%s) and %s) held
            """;

    private static final String MISSING = """
            select distinct n.notice_id, n.type, n.cause_id, h.account_id
              from notice n
             cross join lateral unnest(n.roles) as told(role)
              join grant_held h on h.role = told.role
             where %s and %s
               and not exists (select from alert a where a.recipient_id = h.account_id and a.notice_id = n.notice_id)
               and %s and %s
            """;

    private static final String NOTICES = "select notice_id, type, cause_id, cause_type, recorded_at from notice";

    private static final String EVENTS = "select event_id, type, recorded_at from event where event_id = any(?)";

    private final Snapshot kept;
    private final Map<String, Snapshot> sources;
    private final Findings findings;
    private long toldLate;

    /** @param sources the databases of all services: events that alerts name lie there */
    public AlertAudit(Snapshot kept, Map<String, Snapshot> sources, Findings findings) {
        this.kept = kept;
        this.sources = sources;
        this.findings = findings;
    }

    /** What is to be told of the events that a consumer of the service has read. */
    public static Applied applied(String consumer, String topic, Snapshot kept, Findings findings) {
        return switch (consumer) {
            case "recipient" -> new GrantReplay(kept, findings);
            case "notice" -> new NoticeReplay(kept, findings);
            // Who takes part in what is told on the topic of commitments alone; on others there are but names.
            case "subject" -> topic.equals("commitments.events") ? new HoldingReplay(kept, findings) : Applied.NOWHERE;
            default -> Applied.NOWHERE;
        };
    }

    /** Checks notices and alerts against each other, against events and against grants. */
    public void check() throws SQLException {
        checkNotices();
        checkAlerts();
        checkMissing();
        for (Snapshot source : sources.values()) {
            tellUnread(source);
        }
    }

    private record Notice(UUID id, String type, UUID cause, String causeType, Instant recordedAt) {

        static Notice read(Row row) throws SQLException {
            return new Notice(
                    row.id("notice_id"),
                    row.text("type"),
                    row.id("cause_id"),
                    row.text("cause_type"),
                    row.instant("recorded_at"));
        }

        /** The service whose event it tells: the second word of the record's full name. */
        String service() {
            String[] words = causeType.split("\\.");
            return words.length > 1 ? words[1] : "";
        }

        /** The event as people find it. */
        String event() {
            return causeType + " " + cause + " of " + recordedAt;
        }
    }

    private void checkNotices() throws SQLException {
        Map<String, Map<UUID, Notice>> pages = new LinkedHashMap<>();
        kept.each(NOTICES, row -> {
            Notice notice = Notice.read(row);
            findings.checked(Check.A09, 1);
            if (!Told.isToldAs(notice.causeType(), notice.type())
                    || !notice.id().equals(NameIds.notice(notice.type(), notice.cause()))) {
                tell(
                        "notice",
                        notice.id(),
                        "the id and the type of what is told of " + notice.causeType(),
                        notice.type());
            }
            Map<UUID, Notice> page = pages.computeIfAbsent(notice.service(), _ -> new HashMap<>());
            page.put(notice.cause(), notice);
            if (page.size() == Snapshot.PAGE) {
                checkCauses(notice.service(), page);
            }
        });
        for (Map.Entry<String, Map<UUID, Notice>> page : pages.entrySet()) {
            checkCauses(page.getKey(), page.getValue());
        }
    }

    /** Looks the events of notices up, and forgets the notices. */
    private void checkCauses(String service, Map<UUID, Notice> page) throws SQLException {
        Snapshot source = sources.get(service);
        if (source != null && source.has("event")) {
            find(source, page);
            // An event that was recorded and told between two snapshots is in a newer one.
            if (!page.isEmpty()) {
                try (Snapshot later = source.later()) {
                    find(later, page);
                }
            }
        }
        page.values().forEach(notice -> tell("notice", notice.id(), "the event that it tells", "no " + notice.event()));
        page.clear();
    }

    /** Forgets the notices whose events are there. */
    private static void find(Snapshot source, Map<UUID, Notice> page) throws SQLException {
        source.each(
                EVENTS,
                row -> {
                    UUID cause = row.id("event_id");
                    Notice notice = page.get(cause);
                    if (notice != null
                            && notice.causeType().equals(row.text("type"))
                            && notice.recordedAt().equals(row.instant("recorded_at"))) {
                        page.remove(cause);
                    }
                },
                page.keySet());
    }

    private void checkAlerts() throws SQLException {
        String role = kept.has("subscription")
                ? "h.role = any(n.roles) and " + MOVED
                        + " or exists (select from subscription s where s.recipient_id = h.account_id)"
                : "h.role = any(n.roles) and " + MOVED;
        kept.each(ALERTS.formatted(STILL_HELD, role, REACHES), this::checkAlert);
        if (toldLate > 0) {
            findings.note(
                    Check.A09, toldLate + " alerts of grants that had ended: they were told before it was heard of");
        }
    }

    private void checkAlert(Row row) throws SQLException {
        findings.checked(Check.A09, 1);
        UUID alert = row.id("alert_id");
        if (row.isAbsent("type")) {
            tell("alert", alert, "a notice " + row.id("notice_id"), "none");
            return;
        }
        UUID made = NameIds.alert(row.id("recipient_id"), row.text("type"), row.id("cause_id"));
        if (!made.equals(alert)) {
            tell("alert", alert, "id " + made + " of its recipient, type and cause", "id " + alert);
        }
        if (row.number("number") > row.number("last")) {
            tell("alert", alert, "at most number " + row.number("last"), "number " + row.number("number"));
        }
        if (row.number("ever") == 0) {
            tell(
                    "alert",
                    alert,
                    "a grant of " + row.id("recipient_id") + " for " + row.text("type") + " of " + row.id("cause_id"),
                    "none");
        } else if (row.number("in_time") == 0) {
            toldLate++;
        }
    }

    private void checkMissing() throws SQLException {
        String mayBeMuted = kept.has("preference")
                ? "not exists (select from preference p where p.recipient_id = h.account_id)"
                : "true";
        kept.each(MISSING.formatted(STILL_HELD, REACHES, mayBeMuted, MOVED), row -> {
            UUID recipient = row.id("account_id");
            UUID cause = row.id("cause_id");
            tell(
                    "alert",
                    NameIds.alert(recipient, row.text("type"), cause),
                    row.text("type") + " of " + cause + " told to " + recipient,
                    "nothing");
        });
    }

    /** What is not read yet is told later, and so is missing by right. */
    private void tellUnread(Snapshot source) throws SQLException {
        String topic = source.service() + ".events";
        long read = kept.count(
                "select coalesce(sum(sequence), 0) as n from inbox_mark where consumer = 'notice' and topic = ?",
                topic);
        if (read > 0) {
            long unread = source.count("select coalesce(sum(sequence), 0) as n from event_head") - read;
            if (unread > 0) {
                findings.note(Check.A09, unread + " events of " + topic + " are yet to be told");
            }
        }
    }

    private void tell(String table, UUID id, String expected, String found) {
        findings.add(Check.A09, kept.table(table), id, expected, found);
    }
}
