package tranche.portal.raise.domain;

import java.util.List;
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

    /** The funds that the caller may see and that have a commitment, by name: what a filter offers. */
    List<Choice> funds(Access access, Optional<UUID> programme);

    /** Submitted commitments that this person may accept: neither made nor edited by them. */
    Waiting waitingFor(Actor actor, Optional<UUID> programme);

    /** Rows and the cursor of what follows; no cursor on the last page. */
    record Page(List<CommitmentRow> rows, Optional<String> next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** Something to choose from. */
    record Choice(UUID id, String name) {}

    /** What waits, with its sum in each currency by code. */
    record Waiting(long count, List<Money> sums) {
        public Waiting {
            sums = List.copyOf(sums);
        }
    }
}
