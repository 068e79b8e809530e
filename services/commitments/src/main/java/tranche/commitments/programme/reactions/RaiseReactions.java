package tranche.commitments.programme.reactions;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.programme.ProgrammeCommands;
import tranche.commitments.programme.domain.ProgrammeCommand;
import tranche.commitments.programme.domain.ProgrammeCommand.MeasureRaise;
import tranche.commitments.programme.domain.ProgrammeEvent;
import tranche.commitments.programme.domain.ProgrammeFile;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Sweep;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;

/**
 * Has it told how far a programme's raise has come, once what is committed to one of its funds has changed (rule N-1). What is
 * summed is what stands under the programme's lock, so that an event which is read late tells no old sum.
 */
@Singleton
public final class RaiseReactions implements Consumer {

    private final ProgrammeCommands programmes;

    RaiseReactions(ProgrammeCommands programmes) {
        this.programmes = programmes;
    }

    @Override
    public String name() {
        return "raise-threshold";
    }

    @Override
    public Set<String> topics() {
        return Set.of("commitments.events");
    }

    @Override
    public Set<UUID> keys(Connection connection, List<Incoming> batch) {
        return changed(batch).keySet();
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        List<Submission<ProgrammeFile, ProgrammeCommand, ProgrammeEvent>> measures = changed(batch).entrySet().stream()
                .map(one -> Sweep.<ProgrammeFile, ProgrammeCommand, ProgrammeEvent>submission(
                        one.getKey(), new MeasureRaise(new ProgrammeId(one.getKey())), one.getValue()))
                .toList();
        if (measures.isEmpty()) {
            return;
        }
        for (Outcome outcome : transaction.submit(programmes, measures)) {
            if (!(outcome instanceof Outcome.Done)) {
                throw new IllegalStateException("N-1: a raise was not measured: " + outcome);
            }
        }
    }

    /** The programmes to which another amount is committed, each with the last event. */
    private static Map<UUID, Trace> changed(List<Incoming> batch) {
        Map<UUID, Trace> changed = new TreeMap<>();
        batch.forEach(
                incoming -> programme(incoming).ifPresent(programme -> changed.put(programme, incoming.asCause())));
        return changed;
    }

    /** What goes over to another investor stays committed to its fund. */
    private static Optional<UUID> programme(Incoming incoming) {
        return switch (incoming.event()) {
            case CommitmentClosed closed -> Optional.of(closed.getProgrammeId());
            case CommitmentTakenOn takenOn -> Optional.of(takenOn.getProgrammeId());
            case CommitmentAmended amended -> Optional.of(amended.getProgrammeId());
            default -> Optional.empty();
        };
    }
}
