package tranche.flow.proposal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.proposal.Content;
import tranche.values.register.Version;

/**
 * A table of motions: what proposals would do to objects of one kind, a row beside each proposal that never changes. What a
 * motion says is its feature's; that it is found by its proposal, and that what waits follows the last version of its object
 * (rule D-6), is the same for all.
 *
 * @param <M> what is read of a row
 */
public final class MotionTable<M> {

    /**
     * What nobody has answered yet.
     *
     * @param subject id of the object that the motion is about
     */
    public record Waiting<M>(UUID proposal, UUID subject, M motion) {}

    private final String find;
    private final String waiting;
    private final String subject;
    private final Query.Reading<M> reading;

    /**
     * A table whose key is {@code proposal_id}.
     *
     * @param select all that is read, of the table as {@code m} and of what is joined with it, without a condition
     * @param subject the table's column that names the object
     */
    public MotionTable(String select, String subject, Query.Reading<M> reading) {
        this.find = select + " where m.proposal_id = ?";
        this.waiting = select + " join proposal p on p.proposal_id = m.proposal_id where m." + subject
                + " = any(?::uuid[]) and p.approved is null and p.expires_at > ?";
        this.subject = subject;
        this.reading = reading;
    }

    /** What a proposal would do. It never changes, so that it can be read before anything is locked. */
    public M find(Connection connection, UUID proposal) throws SQLException {
        return Query.list(connection, find, select -> select.setObject(1, proposal), reading)
                .getFirst();
    }

    /** What waits about the objects, in no order. */
    public List<Waiting<M>> waiting(Connection connection, Collection<UUID> subjects, Instant now) throws SQLException {
        return Query.list(
                connection,
                waiting,
                select -> {
                    Bind.<UUID>rows(select, subjects).uuid(id -> id);
                    select.setObject(2, Rows.at(now));
                },
                row -> new Waiting<>(Rows.id(row, "proposal_id"), Rows.id(row, subject), reading.of(row)));
    }

    /**
     * Lets what waits be confirmed as it is after the objects have changed.
     *
     * @param versions in the order of their making; of a first one nobody has proposed anything
     * @param content what a motion comes to upon the last version of its object
     */
    public <V> void restate(
            Connection connection,
            Collection<V> versions,
            Function<V, UUID> idOf,
            Function<V, Version> versionOf,
            BiFunction<M, V, Content> content)
            throws SQLException {
        Map<UUID, V> last = new LinkedHashMap<>();
        versions.stream()
                .filter(version -> versionOf.apply(version).number() > 1)
                .forEach(version -> last.put(idOf.apply(version), version));
        if (last.isEmpty()) {
            return;
        }
        Instant now = versionOf.apply(List.copyOf(last.values()).getLast()).recordedAt();
        ProposalRows.restate(
                connection,
                waiting(connection, last.keySet(), now).stream()
                        .map(one -> new ProposalRows.Restated(
                                one.proposal(),
                                content.apply(one.motion(), Objects.requireNonNull(last.get(one.subject())))))
                        .toList());
    }
}
