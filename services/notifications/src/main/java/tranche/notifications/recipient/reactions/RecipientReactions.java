package tranche.notifications.recipient.reactions;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.notifications.notice.NewAlerts;
import tranche.notifications.recipient.RecipientCommands;
import tranche.notifications.recipient.domain.GrantFact;
import tranche.notifications.recipient.domain.RecipientCommand;
import tranche.notifications.recipient.events.GrantAvro;
import tranche.notifications.recipient.store.GrantRows;
import tranche.values.actor.Actor;

/** Keeps who holds which grant, registers whoever holds one, and tells them what they should have heard by now. */
@Singleton
public final class RecipientReactions implements Consumer {

    private final RecipientCommands recipients;
    private final NewAlerts alerts;

    RecipientReactions(RecipientCommands recipients, NewAlerts alerts) {
        this.recipients = recipients;
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "recipient";
    }

    @Override
    public Set<String> topics() {
        return Set.of("portal.events");
    }

    @Override
    public Set<UUID> keys(Connection connection, List<Incoming> batch) {
        Set<UUID> accounts = new HashSet<>();
        batch.forEach(incoming -> GrantAvro.fact(incoming.event())
                .filter(GrantFact.Given.class::isInstance)
                .ifPresent(fact -> accounts.add(fact.account())));
        return accounts;
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        List<GrantFact> facts = new ArrayList<>();
        Set<UUID> accounts = new LinkedHashSet<>();
        for (Incoming incoming : batch) {
            var fact = GrantAvro.fact(incoming.event());
            fact.ifPresent(facts::add);
            if (fact.filter(GrantFact.Given.class::isInstance).isPresent()) {
                UUID account = incoming.key();
                accounts.add(account);
                var _ = transaction.take(
                        recipients, account, new RecipientCommand.Register(account), Actor.SYSTEM, incoming.asCause());
            }
        }
        GrantRows.keep(transaction.connection(), facts);
        alerts.tellAccounts(transaction, accounts);
    }

    @Override
    public void committed(List<Incoming> batch) {
        alerts.committed();
    }
}
