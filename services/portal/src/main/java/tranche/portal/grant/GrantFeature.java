package tranche.portal.grant;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.portal.grant.domain.GrantBook;
import tranche.portal.grant.domain.GrantCommand;
import tranche.portal.grant.domain.GrantEvent;
import tranche.portal.grant.events.GrantAvro;
import tranche.portal.grant.store.GrantRows;
import tranche.values.decision.Decision;
import tranche.world.time.Clock;

/** What grants give the writer; the id of the account that holds them is the ordering key. */
public final class GrantFeature implements Feature<GrantBook, GrantCommand, GrantEvent> {

    private final GrantRows rows = new GrantRows();
    private final Clock clock;

    public GrantFeature(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "grant";
    }

    @Override
    public Map<UUID, GrantBook> load(Connection connection, Map<UUID, List<GrantCommand>> commands)
            throws SQLException {
        return rows.load(connection, commands, clock.now());
    }

    @Override
    public Decision<GrantEvent> decide(GrantBook book, GrantCommand command, Instant now) {
        return book.decide(command, now);
    }

    @Override
    public GrantBook apply(GrantBook book, GrantEvent event, Instant recordedAt) {
        return book.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<GrantBook, GrantEvent>> recorded) throws SQLException {
        rows.save(connection, recorded);
    }

    @Override
    public Outgoing toAvro(GrantBook after, GrantEvent event) {
        return GrantAvro.outgoing(after, event);
    }
}
