package tranche.portal.account;

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
import tranche.portal.account.domain.AccountBook;
import tranche.portal.account.domain.AccountCommand;
import tranche.portal.account.domain.AccountEvent;
import tranche.portal.account.events.AccountAvro;
import tranche.portal.account.store.AccountRows;
import tranche.values.decision.Decision;
import tranche.world.time.Clock;

/** What accounts give the writer; an account's id is the ordering key. */
public final class AccountFeature implements Feature<AccountBook, AccountCommand, AccountEvent> {

    private final AccountRows rows = new AccountRows();
    private final Clock clock;

    public AccountFeature(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Map<UUID, AccountBook> load(Connection connection, Map<UUID, List<AccountCommand>> commands)
            throws SQLException {
        return rows.load(connection, commands, clock.now());
    }

    @Override
    public Decision<AccountEvent> decide(AccountBook book, AccountCommand command, Instant now) {
        return book.decide(command);
    }

    @Override
    public AccountBook apply(AccountBook book, AccountEvent event, Instant recordedAt) {
        return book.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<AccountBook, AccountEvent>> recorded)
            throws SQLException {
        rows.save(connection, recorded);
    }

    @Override
    public Outgoing toAvro(AccountBook after, AccountEvent event) {
        return AccountAvro.outgoing(after.made(), event);
    }
}
