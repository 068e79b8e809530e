package tranche.commitments.drawdown;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.commitments.drawdown.domain.DrawdownCommand;
import tranche.commitments.drawdown.domain.DrawdownEvent;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.TrancheCommand;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.store.Waiting;
import tranche.commitments.milestone.domain.Departure;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Renderer;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;

/**
 * The door for those who react to a milestone that has left the plan: the tranches that were named to the two persons who had
 * it so get the next version of their conditions, by both of them (domain §2.5). What does not wait for it any more stays as it
 * is: here nothing is refused.
 */
public final class Following {

    /** Tranches that follow together, so that no statement is long. */
    private static final int MOST_AT_ONCE = 200;

    private final DrawdownCommands drawdowns;

    public Following(DrawdownCommands drawdowns) {
        this.drawdowns = drawdowns;
    }

    /** A departure, and the event that told of it. */
    public record Told(Departure departure, Trace trace) {}

    private record Move(Waiting waiting, Told told) {}

    /** @param departures in their order */
    public void run(Transaction transaction, List<Told> departures) throws SQLException {
        Map<UUID, List<Waiting>> waiting = Waiting.of(
                        transaction.connection(),
                        departures.stream()
                                .map(told -> told.departure().milestone().value())
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.groupingBy(Waiting::object));
        List<Move> moves = departures.stream()
                .flatMap(told -> waiting
                        .getOrDefault(told.departure().milestone().value(), List.of())
                        .stream()
                        .filter(one -> told.departure()
                                .tranches()
                                .contains(one.tranche().value()))
                        .map(one -> new Move(one, told)))
                .toList();
        for (List<Move> turn : turns(moves)) {
            for (Outcome outcome : transaction.submit(
                    drawdowns, turn.stream().map(Following::submission).toList())) {
                if (!(outcome instanceof Outcome.Done)) {
                    throw new IllegalStateException("D-42: a tranche did not follow the plan: " + outcome);
                }
            }
        }
    }

    /** In their order, no tranche twice in a turn: what is loaded for it is loaded for its next version alone. */
    private static List<List<Move>> turns(List<Move> moves) {
        List<List<Move>> turns = new ArrayList<>();
        Set<TrancheId> turn = new HashSet<>();
        for (Move move : moves) {
            TrancheId tranche = move.waiting().tranche();
            if (turns.isEmpty() || turn.size() == MOST_AT_ONCE || turn.contains(tranche)) {
                turns.add(new ArrayList<>());
                turn.clear();
            }
            turns.getLast().add(move);
            turn.add(tranche);
        }
        return turns;
    }

    /** The second person confirmed it, as the event's head says; of rights nobody is asked again. */
    private static Submission<Drawdowns, DrawdownCommand, DrawdownEvent> submission(Move move) {
        Departure departure = move.told().departure();
        Actor confirmed = new Actor(departure.confirmedBy(), departure.confirmedBy(), Access.NONE);
        return new Submission<>(
                move.waiting().fund(),
                Set.of(),
                new TrancheCommand.Follow(
                        move.waiting().tranche(),
                        departure.milestone(),
                        departure.successor(),
                        departure.reason(),
                        departure.proposedBy(),
                        confirmed),
                confirmed,
                Optional.empty(),
                move.told().trace(),
                Renderer.nothing());
    }
}
