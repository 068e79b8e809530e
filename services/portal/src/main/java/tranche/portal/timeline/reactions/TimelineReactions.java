package tranche.portal.timeline.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.portal.live.LivePages;
import tranche.portal.timeline.domain.Fact;
import tranche.portal.timeline.events.TimelineAvro;
import tranche.portal.timeline.store.TimelineRows;

/** Keeps projects and milestones as the events tell, and wakes the open pages after the commit. */
@Singleton
public final class TimelineReactions implements Consumer {

    private final LivePages pages;

    TimelineReactions(LivePages pages) {
        this.pages = pages;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public Set<String> topics() {
        return Set.of("milestones.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        List<Fact> facts = batch.stream()
                .flatMap(incoming -> TimelineAvro.facts(incoming.event(), incoming.key()).stream())
                .toList();
        TimelineRows.keep(transaction.connection(), facts);
    }

    @Override
    public void committed(List<Incoming> batch) {
        pages.changed();
    }
}
