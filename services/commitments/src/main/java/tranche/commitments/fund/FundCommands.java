package tranche.commitments.fund;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCommand;
import tranche.commitments.fund.domain.FundEvent;
import tranche.commitments.fund.domain.FundFile;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.events.FundAvro;
import tranche.commitments.fund.store.FundRows;
import tranche.commitments.fund.store.TermsRows;
import tranche.commitments.programme.domain.Programme;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.commitments.programme.store.ProgrammeRows;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.values.decision.Decision;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** The front door of funds. */
@Singleton
public final class FundCommands implements Feature<FundFile, FundCommand, FundEvent> {

    private final Writer<FundFile, FundCommand, FundEvent> writer;

    FundCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<FundFile, FundCommand, FundEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "fund";
    }

    @Override
    public Map<UUID, FundFile> load(Connection connection, Map<UUID, List<FundCommand>> commands) throws SQLException {
        List<ForeignIdentity> identities = new ArrayList<>();
        List<ProgrammeId> named = new ArrayList<>();
        for (FundCommand command :
                commands.values().stream().flatMap(List::stream).toList()) {
            if (command instanceof FundCommand.Create create) {
                create.foreign().ifPresent(identities::add);
                named.add(create.programme());
            }
        }
        Map<ForeignIdentity, Known<Fund>> known = FundRows.known(connection, identities);
        Map<ProgrammeId, Programme> programmes = ProgrammeRows.load(connection, named);
        List<FundId> ids = commands.keySet().stream().map(FundId::new).toList();
        Map<FundId, Fund> funds = FundRows.load(connection, ids);
        Map<FundId, Money> committed = FundRows.committed(connection, ids);
        Map<UUID, FundFile> files = new HashMap<>();
        for (FundId id : ids) {
            files.put(
                    id.value(),
                    new FundFile(
                            Optional.ofNullable(funds.get(id)),
                            Optional.ofNullable(committed.get(id)),
                            programmes,
                            known));
        }
        return files;
    }

    @Override
    public Decision<FundEvent> decide(FundFile state, FundCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public FundFile apply(FundFile state, FundEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<FundFile, FundEvent>> recorded) throws SQLException {
        List<Fund> versions =
                recorded.stream().map(one -> one.after().fund().orElseThrow()).toList();
        FundRows.save(connection, versions);
        TermsRows.restate(connection, versions);
    }

    @Override
    public Outgoing toAvro(FundFile after, FundEvent event) {
        return FundAvro.of(after.fund().orElseThrow(), event);
    }
}
