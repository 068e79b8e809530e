package tranche.commitments.investor;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.investor.domain.Holdings;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorCommand;
import tranche.commitments.investor.domain.InvestorEvent;
import tranche.commitments.investor.domain.InvestorFile;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.events.InvestorAvro;
import tranche.commitments.investor.store.InvestorRows;
import tranche.flow.Flow;
import tranche.flow.register.ForeignRows;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.values.decision.Decision;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** The front door of investors. */
@Singleton
public final class InvestorCommands implements Feature<InvestorFile, InvestorCommand, InvestorEvent> {

    private final Writer<InvestorFile, InvestorCommand, InvestorEvent> writer;

    InvestorCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<InvestorFile, InvestorCommand, InvestorEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "investor";
    }

    @Override
    public Map<UUID, InvestorFile> load(Connection connection, Map<UUID, List<InvestorCommand>> commands)
            throws SQLException {
        List<ForeignIdentity> identities = new ArrayList<>();
        for (InvestorCommand command :
                commands.values().stream().flatMap(List::stream).toList()) {
            if (command instanceof InvestorCommand.Register register) {
                register.foreign().ifPresent(identities::add);
            }
        }
        Map<ForeignIdentity, Known<Investor>> known = InvestorRows.known(connection, identities);
        Map<InvestorId, Investor> investors = InvestorRows.load(
                connection, commands.keySet().stream().map(InvestorId::new).toList());
        Set<InvestorId> asked = new HashSet<>(investors.keySet());
        known.values().forEach(named -> asked.add(named.object().id()));
        Holdings holdings = InvestorRows.holdings(connection, asked);
        Map<UUID, InvestorFile> files = new HashMap<>();
        for (UUID key : commands.keySet()) {
            files.put(key, new InvestorFile(Optional.ofNullable(investors.get(new InvestorId(key))), known, holdings));
        }
        return files;
    }

    @Override
    public Decision<InvestorEvent> decide(InvestorFile state, InvestorCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public InvestorFile apply(InvestorFile state, InvestorEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<InvestorFile, InvestorEvent>> recorded)
            throws SQLException {
        InvestorRows.save(
                connection,
                recorded.stream()
                        .map(one -> one.after().investor().orElseThrow())
                        .toList());
        List<ForeignRows.Row> identities = new ArrayList<>();
        for (Recorded<InvestorFile, InvestorEvent> one : recorded) {
            if (one.event() instanceof InvestorEvent.Registered registered) {
                registered
                        .foreign()
                        .ifPresent(identity -> identities.add(new ForeignRows.Row(
                                identity, one.key(), registered.content().hash())));
            }
        }
        InvestorRows.name(connection, identities);
    }

    @Override
    public Outgoing toAvro(InvestorFile after, InvestorEvent event) {
        return InvestorAvro.of(after.investor().orElseThrow(), event);
    }
}
