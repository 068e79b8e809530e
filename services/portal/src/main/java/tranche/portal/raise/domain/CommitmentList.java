package tranche.portal.raise.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.money.Money;

/** The list of commitments, cut to what the caller may see. */
public interface CommitmentList {

    /**
     * A page of the list, stable while rows are added.
     *
     * @param after the cursor of the page before; a cursor of another filter or order is an
     *     {@link IllegalArgumentException}
     * @param limit at most so many rows
     */
    Page page(Access access, CommitmentFilter filter, CommitmentSort sort, Optional<String> after, int limit);

    /** Totals over all rows that match. */
    CommitmentTotals totals(Access access, CommitmentFilter filter);

    /** Those of the commitments that the caller may see, by id. */
    Map<UUID, CommitmentRow> of(Access access, Collection<UUID> commitments);

    /** The funds that the caller may see and that have a commitment, by name: what a filter offers. */
    List<Choice> funds(Access access, Optional<UUID> programme);

    /**
     * Submitted commitments that wait for this person, neither made nor edited by them, by programme: the one with most to
     * accept first.
     */
    List<Waiting> waitingFor(Actor actor, Instant now);

    /** Rows and the cursor of what follows; no cursor on the last page. */
    record Page(List<CommitmentRow> rows, Optional<String> next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** Something to choose from. */
    record Choice(UUID id, String name) {}

    /**
     * What waits in a programme.
     *
     * @param count of those that can be accepted now, with their {@code sums} in each currency by code
     * @param held how many more the fund's terms or its cap do not let pass yet
     */
    record Waiting(UUID programme, String name, long count, List<Money> sums, long held) {
        public Waiting {
            sums = List.copyOf(sums);
        }
    }
}
