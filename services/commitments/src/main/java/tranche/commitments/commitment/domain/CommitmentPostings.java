package tranche.commitments.commitment.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.commitments.commitment.domain.CommitmentEvent.Amended;
import tranche.commitments.commitment.domain.CommitmentEvent.Closed;
import tranche.commitments.commitment.domain.CommitmentEvent.TakenOn;
import tranche.commitments.commitment.domain.CommitmentEvent.Transferred;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.domain.Posting;
import tranche.values.money.Money;

/**
 * What a commitment's events book (domain §7.2). Mostly the commitment ledger alone is touched: when a commitment closes no
 * money moves, and of a position that is taken on the fund's own assets are not known, so that a cash side would have no
 * counterpart; what was paid and distributed before stays on record with the commitment. Where one goes over, what was
 * contributed here is its taker's from then on.
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
            case Amended amended -> amended(after, amended);
            case Transferred transferred -> transferred(after, transferred);
            case CommitmentEvent.Drafted _,
                    CommitmentEvent.DraftEdited _,
                    CommitmentEvent.Submitted _,
                    CommitmentEvent.Returned _,
                    CommitmentEvent.Accepted _,
                    CommitmentEvent.Cancelled _,
                    CommitmentEvent.TakeOnDrafted _,
                    CommitmentEvent.TransferReceived _ -> List.of();
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

    private static List<Posting> amended(Commitment commitment, Amended amended) {
        UUID investor = commitment.investor().value();
        Money more = amended.amount().minus(amended.before());
        return List.of(
                Posting.of(Account.UNCALLED, investor, more), Posting.of(Account.COMMITTED, investor, more.negated()));
    }

    /** What the giver has of each account goes over, by its share: what was contributed here, in the ledger of cash. */
    private static List<Posting> transferred(Commitment giver, Transferred transferred) {
        UUID from = giver.investor().value();
        UUID to = transferred.toInvestor().value();
        Portion goes = transferred.division().goes();
        Drawn drawn = goes.drawn();
        return Stream.of(
                        moved(
                                Account.CONTRIBUTED_CAPITAL,
                                from,
                                to,
                                goes.contributedHere().negated()),
                        moved(Account.UNCALLED, from, to, goes.uncalled()),
                        moved(Account.CALLED_UNPAID, from, to, drawn.calledUnpaid()),
                        moved(Account.PAID, from, to, drawn.paidNetOfRestored()),
                        moved(Account.COMMITTED, from, to, goes.amount().negated()))
                .flatMap(lines -> lines)
                .toList();
    }

    /** @param balance what the account of the giver has of what goes over: a debit is positive */
    private static Stream<Posting> moved(Account account, UUID from, UUID to, Money balance) {
        return Stream.of(line(account, from, balance.negated()), line(account, to, balance))
                .flatMap(Optional::stream);
    }

    private static Optional<Posting> line(Account account, UUID investor, Money amount) {
        return amount.isZero() ? Optional.empty() : Optional.of(Posting.of(account, investor, amount));
    }
}
