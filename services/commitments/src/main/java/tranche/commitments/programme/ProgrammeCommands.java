package tranche.commitments.programme;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.commitments.programme.domain.Programme;
import tranche.commitments.programme.domain.ProgrammeCommand;
import tranche.commitments.programme.domain.ProgrammeCommand.Create;
import tranche.commitments.programme.domain.ProgrammeCommand.MeasureRaise;
import tranche.commitments.programme.domain.ProgrammeEvent;
import tranche.commitments.programme.domain.ProgrammeFile;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.commitments.programme.events.ProgrammeAvro;
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

/** The front door of programmes. */
@Singleton
public final class ProgrammeCommands implements Feature<ProgrammeFile, ProgrammeCommand, ProgrammeEvent> {

    private final Writer<ProgrammeFile, ProgrammeCommand, ProgrammeEvent> writer;

    ProgrammeCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<ProgrammeFile, ProgrammeCommand, ProgrammeEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "programme";
    }

    @Override
    public Map<UUID, ProgrammeFile> load(Connection connection, Map<UUID, List<ProgrammeCommand>> commands)
            throws SQLException {
        List<ForeignIdentity> identities = commands.values().stream()
                .flatMap(List::stream)
                .flatMap(command -> switch (command) {
                    case Create create -> create.foreign().stream();
                    case MeasureRaise _ -> Stream.empty();
                })
                .toList();
        Map<ForeignIdentity, Known<Programme>> known = ProgrammeRows.known(connection, identities);
        Map<ProgrammeId, Programme> programmes = ProgrammeRows.load(
                connection, commands.keySet().stream().map(ProgrammeId::new).toList());
        Map<ProgrammeId, Money> committed = ProgrammeRows.committed(connection, measured(commands));
        Map<UUID, ProgrammeFile> files = new HashMap<>();
        for (UUID key : commands.keySet()) {
            ProgrammeId id = new ProgrammeId(key);
            files.put(
                    key,
                    new ProgrammeFile(
                            Optional.ofNullable(programmes.get(id)), known, Optional.ofNullable(committed.get(id))));
        }
        return files;
    }

    private static List<ProgrammeId> measured(Map<UUID, List<ProgrammeCommand>> commands) {
        return commands.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(MeasureRaise.class::isInstance))
                .map(one -> new ProgrammeId(one.getKey()))
                .toList();
    }

    @Override
    public Decision<ProgrammeEvent> decide(ProgrammeFile file, ProgrammeCommand command, Instant now) {
        return file.decide(command, now);
    }

    @Override
    public ProgrammeFile apply(ProgrammeFile file, ProgrammeEvent event, Instant recordedAt) {
        return file.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<ProgrammeFile, ProgrammeEvent>> recorded)
            throws SQLException {
        ProgrammeRows.save(
                connection,
                recorded.stream()
                        .map(one -> one.after().programme().orElseThrow())
                        .toList());
    }

    @Override
    public Outgoing toAvro(ProgrammeFile after, ProgrammeEvent event) {
        return ProgrammeAvro.of(after.programme().orElseThrow(), event);
    }
}
