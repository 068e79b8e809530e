package tranche.auditor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import tranche.auditor.commitment.CommitmentAudit;
import tranche.auditor.commitment.CommitmentReplay;
import tranche.auditor.commitment.RaiseReplay;
import tranche.auditor.database.Snapshot;
import tranche.auditor.drawdown.DrawdownReplay;
import tranche.auditor.drawdown.ReleaseAudit;
import tranche.auditor.event.EventChains;
import tranche.auditor.event.EventListener;
import tranche.auditor.event.SchemaBook;
import tranche.auditor.idempotency.IdempotencyAudit;
import tranche.auditor.journal.BookingAudit;
import tranche.auditor.journal.JournalAudit;
import tranche.auditor.milestone.TrancheCopyReplay;
import tranche.auditor.notice.NoticeAudit;
import tranche.auditor.notification.AlertAudit;
import tranche.auditor.notification.DeliveryAudit;
import tranche.auditor.notification.DeliveryReplay;
import tranche.auditor.raise.BuildAudit;
import tranche.auditor.raise.RaiseAudit;
import tranche.auditor.topic.Applied;
import tranche.auditor.topic.DeadLetters;
import tranche.auditor.topic.InboxAudit;
import tranche.auditor.topic.TopicAudit;
import tranche.auditor.topic.Topics;

/**
 * Recomputes what the services keep and holds it against what they keep, while they work or while they stand still.
 *
 * <p>First one snapshot of each database is taken, then it is noted where the topics end: so every record that a snapshot
 * speaks of lies before those ends, and a record whose row is newer than the snapshot is looked up once more.
 */
public final class Auditor {

    private static final String COMMITMENTS = "commitments";
    private static final String MILESTONES = "milestones";
    private static final String PORTAL = "portal";
    private static final String NOTIFICATIONS = "notifications";

    private final Map<String, Snapshot> snapshots;
    private final Findings findings;

    private Auditor(Map<String, Snapshot> snapshots, Findings findings) {
        this.snapshots = snapshots;
        this.findings = findings;
    }

    /**
     * Verifies everything.
     *
     * @throws CannotVerify if a database or Kafka cannot be read
     */
    public static Report verify(Settings settings, Progress progress) {
        Findings findings = new Findings(progress);
        Map<String, Snapshot> snapshots = new LinkedHashMap<>();
        try {
            settings.inOrder().forEach((service, login) -> snapshots.put(service, Snapshot.take(service, login)));
            try (Topics topics = Topics.open(settings.kafka())) {
                new Auditor(snapshots, findings).check(topics);
            }
            return findings.report();
        } catch (SQLException failed) {
            throw CannotVerify.reading(failed);
        } catch (KafkaException failed) {
            throw new CannotVerify("Kafka cannot be read: " + failed.getMessage(), failed);
        } finally {
            snapshots.values().forEach(Snapshot::close);
        }
    }

    /** Verifies everything, telling nobody how far it is. */
    public static Report verify(Settings settings) {
        return verify(settings, Progress.SILENT);
    }

    private void check(Topics topics) throws SQLException {
        for (Snapshot snapshot : snapshots.values()) {
            if (snapshot.has("event")) {
                check(snapshot, topics);
            }
        }
        checkBuild();
    }

    private void checkBuild() throws SQLException {
        Snapshot portal = snapshots.get(PORTAL);
        Snapshot commitments = snapshots.get(COMMITMENTS);
        Snapshot milestones = snapshots.get(MILESTONES);
        if (portal != null
                && commitments != null
                && milestones != null
                && portal.has("raise_tranche")
                && commitments.has("event")
                && milestones.has("event")) {
            BuildAudit.check(portal, commitments, milestones, findings);
        }
    }

    private void check(Snapshot snapshot, Topics topics) throws SQLException {
        SchemaBook schemas = SchemaBook.read(snapshot, findings);
        boolean isRegister = snapshot.service().equals(COMMITMENTS) && snapshot.has("journal_entry");
        boolean isTeller = snapshot.service().equals(NOTIFICATIONS) && snapshot.has("delivery");
        EventListener listener = EventListener.NOBODY;
        RaiseReplay raises = new RaiseReplay(snapshot, findings);
        if (isRegister) {
            listener = EventListener.both(
                    EventListener.both(
                            new CommitmentReplay(snapshot, findings), new DrawdownReplay(snapshot, findings)),
                    raises);
        } else if (isTeller) {
            listener = new DeliveryReplay(snapshot, findings);
        }
        new EventChains(snapshot, schemas, findings, listener).check();
        if (isRegister) {
            raises.finish();
            new JournalAudit(snapshot, findings).check();
            BookingAudit.check(snapshot, findings);
            CommitmentAudit.check(snapshot, findings);
            ReleaseAudit.check(snapshot, findings);
            NoticeAudit.check(snapshot, findings);
        }
        if (isTeller) {
            new AlertAudit(snapshot, snapshots, findings).check();
            new DeliveryAudit(snapshot, findings).check();
        }
        if (snapshot.has("foreign_identity")) {
            IdempotencyAudit.checkForeignIdentities(snapshot, findings);
        }
        IdempotencyAudit.checkAnswers(snapshot, findings);
        new TopicAudit(snapshot, schemas, topics, inboxes(snapshot), findings).check();
        DeadLetters.tell(snapshot, findings);
    }

    /** Whoever reads the service's topic, in whatever database. */
    private List<InboxAudit> inboxes(Snapshot source) throws SQLException {
        String topic = source.service() + ".events";
        List<InboxAudit> inboxes = new ArrayList<>();
        for (Snapshot reader : snapshots.values()) {
            for (String consumer : InboxAudit.consumers(reader, topic)) {
                Applied applied = applied(reader, consumer, source);
                inboxes.add(new InboxAudit(reader, consumer, topic, applied, findings));
            }
        }
        return inboxes;
    }

    /** What a consumer's rows are held against. */
    private Applied applied(Snapshot reader, String consumer, Snapshot source) {
        if (reader.service().equals(PORTAL) && consumer.equals("raise")) {
            return new RaiseAudit(reader, source, findings);
        }
        if (reader.service().equals(NOTIFICATIONS)) {
            return AlertAudit.applied(consumer, source.service() + ".events", reader, findings);
        }
        if (reader.service().equals(MILESTONES) && source.service().equals(COMMITMENTS) && consumer.equals("tranche")) {
            return new TrancheCopyReplay(reader, findings);
        }
        return Applied.NOWHERE;
    }
}
