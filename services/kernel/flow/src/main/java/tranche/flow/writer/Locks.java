package tranche.flow.writer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tranche.flow.sql.Bind;

/**
 * The locks of one transaction: all keys in one statement, in ascending order, before anything is written.
 *
 * <p>Advisory locks and not row locks, because a row lock already takes a transaction id: a transaction that held one
 * key's row and waited for a second would sort before the one that changed the second key first, and the relay would
 * send the second key's events in the wrong order. An advisory lock takes none, so the order of ids is the order of
 * locks.
 */
final class Locks {

    private static final String LOCK = """
            select kind, id,
                   case kind
                       when 0 then pg_advisory_xact_lock(id)::text = ''
                       when 1 then pg_advisory_xact_lock_shared(id)::text = ''
                       else pg_try_advisory_xact_lock(id)
                   end
              from (select kind, id
                      from unnest(?::integer[], ?::bigint[]) as wanted(kind, id)
                     order by kind = 2, id) as in_order
            """;

    private enum Kind {
        CHANGE,
        READ,
        TRY
    }

    private record Wanted(Kind kind, long id) {}

    private final Set<UUID> changed = new HashSet<>();
    private final Set<UUID> read = new HashSet<>();
    private final Set<Long> refused = new HashSet<>();

    /**
     * Takes all locks; waits for those of keys, not for those of idempotency keys.
     *
     * @param changes keys whose events will be written
     * @param reads keys whose state must not change meanwhile
     */
    void take(Connection connection, Collection<UUID> changes, Collection<UUID> reads, Collection<Idempotency> callers)
            throws SQLException {
        changed.addAll(changes);
        read.addAll(reads);
        // One lock for each number: what is both read and changed is locked for change.
        TreeMap<Long, Kind> keys = new TreeMap<>();
        reads.forEach(key -> keys.put(LockIds.ofKey(key), Kind.READ));
        changes.forEach(key -> keys.put(LockIds.ofKey(key), Kind.CHANGE));
        List<Wanted> wanted = new ArrayList<>();
        keys.forEach((id, kind) -> wanted.add(new Wanted(kind, id)));
        callers.stream().map(LockIds::ofIdempotency).distinct().forEach(id -> wanted.add(new Wanted(Kind.TRY, id)));
        if (wanted.isEmpty()) {
            return;
        }
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            Bind.rows(lock, wanted).integer(w -> w.kind().ordinal()).bigint(Wanted::id);
            try (ResultSet row = lock.executeQuery()) {
                while (row.next()) {
                    if (!row.getBoolean(3)) {
                        refused.add(row.getLong(2));
                    }
                }
            }
        }
    }

    /** Whether another transaction holds the caller's idempotency key. */
    boolean isUnderWay(Idempotency idempotency) {
        return refused.contains(LockIds.ofIdempotency(idempotency));
    }

    /** @throws IllegalStateException if a command came with a key that was not locked: the order of events would break */
    void require(UUID key, Set<UUID> reads) {
        if (!changed.contains(key)) {
            throw new IllegalStateException("R5: key " + key + " is written without its lock");
        }
        for (UUID other : reads) {
            if (!read.contains(other) && !changed.contains(other)) {
                throw new IllegalStateException("R5: key " + other + " is read without its lock");
            }
        }
    }
}
