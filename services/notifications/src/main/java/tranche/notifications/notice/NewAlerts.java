package tranche.notifications.notice;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tranche.flow.Signal;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.notifications.notice.domain.IssuedCall;
import tranche.notifications.notice.domain.Moved;
import tranche.notifications.notice.domain.News;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.domain.RaisedAlert;
import tranche.notifications.notice.domain.Reached;
import tranche.notifications.notice.domain.Unreached;
import tranche.notifications.notice.store.MovedRows;
import tranche.notifications.notice.store.NoticeRows;
import tranche.notifications.notice.store.RaisedRows;
import tranche.notifications.notice.store.TraceRows;
import tranche.notifications.notice.store.UnreachedRows;

/**
 * Raises alerts. Who is told of a notice follows from the grants that were held when its event was recorded, in whatever
 * order the topics are read: a grant or a holding that is heard of late raises what it would have raised in time.
 */
@Singleton
public final class NewAlerts {

    private final Signal raised = new Signal();
    private final HowTold how;
    private final List<AlertsRaised> others;

    NewAlerts(HowTold how, List<AlertsRaised> others) {
        this.how = how;
        this.others = others;
    }

    /**
     * Tells of events. What they settle of what was told before is superseded from then on (rule N-6).
     *
     * @param traces of the commands that they are consequences of, by the notices' ids
     */
    public void tell(Transaction transaction, News news, Map<UUID, Trace> traces) throws SQLException {
        NoticeRows.settle(transaction.connection(), news.settlings());
        if (news.notices().isEmpty()) {
            return;
        }
        NoticeRows.keep(transaction.connection(), news.notices(), news.settled());
        TraceRows.keep(transaction.connection(), traces);
        raise(
                transaction,
                RaisedRows.ofNotices(
                        transaction.connection(),
                        news.notices().stream().map(Notice::id).toList()));
    }

    /**
     * Tells managers of calls that were issued to investors of whom nobody is reached (rule N-8), each call once, when the last of
     * its lines was told.
     *
     * @param issued calls that were just heard of
     * @param touched calls of which, or of lines of which, it was just heard, with the traces of the commands
     */
    public void tellUnreached(Transaction transaction, List<IssuedCall> issued, Map<UUID, Trace> touched)
            throws SQLException {
        UnreachedRows.keep(transaction.connection(), issued);
        List<News.Heard> heard = new ArrayList<>();
        Map<UUID, Trace> traces = new HashMap<>();
        for (Unreached unreached : UnreachedRows.ofCalls(transaction.connection(), touched.keySet())) {
            Notice notice = unreached.notice();
            heard.add(new News.Heard(Optional.of(notice), Optional.empty()));
            traces.put(
                    notice.id(),
                    Objects.requireNonNull(touched.get(unreached.call().id())));
        }
        tell(transaction, News.of(heard), traces);
    }

    /**
     * Tells investors of the slips that have moved their calls, whichever is heard of first. Called before anything else is told
     * in a transaction: it waits until nobody else tells, and lets nobody tell beside it.
     */
    public void tellMoved(Transaction transaction, List<Moved> moved) throws SQLException {
        if (!moved.isEmpty()) {
            MovedRows.keep(transaction.connection(), moved);
            raise(transaction, RaisedRows.ofMoved(transaction.connection(), moved));
        }
    }

    /** Tells accounts whose grants were just heard of what was recorded since they hold them. */
    public void tellAccounts(Transaction transaction, Collection<UUID> accounts) throws SQLException {
        raise(transaction, RaisedRows.ofAccounts(transaction.connection(), accounts));
    }

    /** Tells accounts whose wishes were just heard of what was recorded since the first of them was there. */
    public void tellSubscribers(Transaction transaction, Collection<UUID> accounts, Instant since) throws SQLException {
        raise(transaction, RaisedRows.ofSubscribers(transaction.connection(), accounts, since));
    }

    /**
     * Tells those whose grants are bound to funds or investors of which it was just heard what they take part in.
     *
     * @param since when the first of them took part in it
     */
    public void tellHolders(Transaction transaction, Collection<UUID> fundsAndInvestors, Instant since)
            throws SQLException {
        raise(transaction, RaisedRows.ofHolders(transaction.connection(), fundsAndInvestors, since));
    }

    /**
     * Tells those who ask for what happens in regions of which it was just heard that a project is there.
     *
     * @param since when the first of the projects was there
     */
    public void tellOfRegions(Transaction transaction, Collection<String> regions, Instant since) throws SQLException {
        raise(transaction, RaisedRows.ofRegions(transaction.connection(), regions, since));
    }

    private void raise(Transaction transaction, List<Reached> reached) throws SQLException {
        if (reached.isEmpty()) {
            return;
        }
        List<RaisedAlert> alerts = RaisedRows.raise(
                transaction.connection(),
                transaction.now(),
                reached,
                how.of(transaction.connection(), transaction.now(), reached));
        if (!alerts.isEmpty()) {
            for (AlertsRaised other : others) {
                other.raised(transaction, alerts);
            }
        }
    }

    /** Called after the commit: open streams look again, and so does whatever sends. */
    public void committed() {
        raised.raise();
        others.forEach(AlertsRaised::committed);
    }

    /** A stream's view of the signal. */
    public Signal.Watch watch() {
        return raised.watch();
    }
}
