package tranche.portal.raise.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.portal.live.LivePages;
import tranche.portal.raise.domain.Fact;
import tranche.portal.raise.events.RaiseAvro;
import tranche.portal.raise.store.RaiseRows;

/** Keeps the raise as the events tell, and wakes the open pages after the commit. */
@Singleton
public final class RaiseReactions implements Consumer {

    private final LivePages pages;

    RaiseReactions(LivePages pages) {
        this.pages = pages;
    }

    @Override
    public String name() {
        return "raise";
    }

    @Override
    public Set<String> topics() {
        return Set.of("commitments.events", "portal.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        List<Fact> facts = batch.stream()
                .flatMap(incoming -> RaiseAvro.facts(incoming.event(), incoming.key()).stream())
                .toList();
        RaiseRows.keep(transaction.connection(), facts);
    }

    @Override
    public void committed(List<Incoming> batch) {
        pages.changed();
    }
}
