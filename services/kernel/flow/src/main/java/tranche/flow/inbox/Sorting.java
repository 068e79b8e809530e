package tranche.flow.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Sorts what arrived by the marks of its keys: to be handled, known already, or put aside. Pure: it decides and writes
 * nothing.
 */
final class Sorting {

    private final Map<InboxRows.TopicKey, InboxRows.Mark> marks;
    private final Set<InboxRows.TopicKey> touched = new LinkedHashSet<>();
    private final List<Incoming> accepted = new ArrayList<>();
    private final List<InboxRows.Letter> aside = new ArrayList<>();

    /** @param marks of the keys that have one */
    Sorting(Map<InboxRows.TopicKey, InboxRows.Mark> marks) {
        this.marks = new LinkedHashMap<>(marks);
    }

    /**
     * @param id for the dead letter, should it become one
     * @return whether the event's place was reached by it, so that what waits behind a gap may follow
     */
    boolean sort(UUID id, Arrived arrived) {
        if (arrived.key().isEmpty()) {
            aside.add(new InboxRows.Letter(id, arrived, "unreadable", why(arrived)));
            return false;
        }
        InboxRows.TopicKey at =
                new InboxRows.TopicKey(arrived.record().topic(), arrived.key().get());
        InboxRows.Mark mark = mark(at);
        if (arrived.content() instanceof Arrived.Unreadable) {
            park(id, arrived, mark, "failed".equals(mark.parked()) ? "behind" : "unreadable", "failed");
            return false;
        }
        long sequence = arrived.content().sequence();
        if (sequence <= mark.sequence()) {
            return false;
        }
        if ("failed".equals(mark.parked())) {
            park(id, arrived, mark, "behind", "failed");
            return false;
        }
        if (sequence > mark.sequence() + 1) {
            park(id, arrived, mark, mark.parked() == null ? "gap" : "behind", "gap");
            return false;
        }
        raise(mark, sequence);
        if (arrived.content() instanceof Arrived.Known known) {
            accepted.add(known.event());
        }
        return true;
    }

    /** Puts a record aside that could not be handled, and its key with it. */
    void fail(UUID id, Arrived arrived, String why) {
        if (arrived.key().isEmpty()) {
            aside.add(new InboxRows.Letter(id, arrived, "failed", why));
            return;
        }
        InboxRows.TopicKey at =
                new InboxRows.TopicKey(arrived.record().topic(), arrived.key().get());
        marks.put(at, new InboxRows.Mark(at, mark(at).sequence(), "failed"));
        touched.add(at);
        aside.add(new InboxRows.Letter(id, arrived, "failed", why));
    }

    private void park(UUID id, Arrived arrived, InboxRows.Mark mark, String reason, String parked) {
        marks.put(mark.at(), new InboxRows.Mark(mark.at(), mark.sequence(), parked));
        touched.add(mark.at());
        aside.add(new InboxRows.Letter(id, arrived, reason, why(arrived)));
    }

    private void raise(InboxRows.Mark mark, long sequence) {
        marks.put(mark.at(), new InboxRows.Mark(mark.at(), sequence, mark.parked()));
        touched.add(mark.at());
    }

    /** Lets a key flow again. */
    void release(InboxRows.TopicKey at) {
        marks.put(at, new InboxRows.Mark(at, mark(at).sequence(), null));
        touched.add(at);
    }

    /** Stops a key again that was let flow too early: something still waits that does not join on. */
    void parkAgain(InboxRows.TopicKey at) {
        marks.put(at, new InboxRows.Mark(at, mark(at).sequence(), "gap"));
        touched.add(at);
    }

    InboxRows.Mark mark(InboxRows.TopicKey at) {
        return marks.getOrDefault(at, new InboxRows.Mark(at, 0, null));
    }

    private static String why(Arrived arrived) {
        return arrived.content() instanceof Arrived.Unreadable unreadable ? unreadable.why() : "";
    }

    /** To be handled, in order. */
    List<Incoming> accepted() {
        return accepted;
    }

    /** To be stored as dead letters. */
    List<InboxRows.Letter> aside() {
        return aside;
    }

    /** The marks that changed. */
    List<InboxRows.Mark> changed() {
        return touched.stream().map(this::mark).toList();
    }
}
