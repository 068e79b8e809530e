package tranche.flow.writer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which of the commands that wait in a lane are decided together. All states of a batch are loaded before its first decision,
 * so a command whose decision reads what another one of the batch may write is of the next batch.
 */
final class Batches {

    private final List<List<Pending<?, ?, ?>>> batches = new ArrayList<>();
    private final Set<UUID> keys = new HashSet<>();
    private final Set<UUID> reads = new HashSet<>();

    private Batches() {}

    /** The batches, in order of arrival; each has commands of one feature. */
    static List<List<Pending<?, ?, ?>>> of(List<Pending<?, ?, ?>> waiting) {
        Batches all = new Batches();
        waiting.forEach(all::add);
        return all.batches;
    }

    private void add(Pending<?, ?, ?> pending) {
        UUID key = pending.submission().key();
        Set<UUID> beside = new HashSet<>(pending.submission().reads());
        beside.remove(key);
        boolean isNext = batches.isEmpty()
                || batches.getLast().getLast().feature() != pending.feature()
                || reads.contains(key)
                || !Collections.disjoint(beside, keys);
        if (isNext) {
            batches.add(new ArrayList<>());
            keys.clear();
            reads.clear();
        }
        batches.getLast().add(pending);
        keys.add(key);
        reads.addAll(beside);
    }
}
