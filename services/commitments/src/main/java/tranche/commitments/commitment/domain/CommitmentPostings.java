package tranche.commitments.commitment.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.commitments.commitment.domain.CommitmentEvent.Closed;
import tranche.commitments.commitment.domain.CommitmentEvent.TakenOn;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.domain.Posting;
import tranche.values.money.Money;

/**
 * What a commitment's events book (domain §7.2). Only the commitment ledger is touched: when a commitment closes no money
 * moves, and of a position that is taken on the fund's own assets are not known, so that a cash side would have no
 * counterpart; what was paid and distributed before stays on record with the commitment.
 */
public final class CommitmentPostings {

    private CommitmentPostings() {}

    /**
     * The lines of the event's journal entry.
     *
     * @param after the commitment right after the event
     * @return empty where the event books nothing; else lines whose sum is zero, none of them zero
     */
    public static List<Posting> of(CommitmentEvent event, Commitment after) {
        return switch (event) {
            case Closed _, TakenOn _ -> opened(after);
            case CommitmentEvent.Drafted _,
                    CommitmentEvent.DraftEdited _,
                    CommitmentEvent.Submitted _,
                    CommitmentEvent.Returned _,
                    CommitmentEvent.Accepted _,
                    CommitmentEvent.Cancelled _,
                    CommitmentEvent.TakeOnDrafted _ -> List.of();
        };
    }

    /** I-4: committed = uncalled + called unpaid + paid net of restored. */
    private static List<Posting> opened(Commitment commitment) {
        UUID investor = commitment.investor().value();
        Drawn drawn = commitment.drawn();
        return Stream.of(
                        line(Account.UNCALLED, investor, drawn.uncalledOf(commitment.amount())),
                        line(Account.CALLED_UNPAID, investor, drawn.calledUnpaid()),
                        line(Account.PAID, investor, drawn.paidNetOfRestored()),
                        line(Account.COMMITTED, investor, commitment.amount().negated()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Posting> line(Account account, UUID investor, Money amount) {
        return amount.isZero() ? Optional.empty() : Optional.of(Posting.of(account, investor, amount));
    }
}
