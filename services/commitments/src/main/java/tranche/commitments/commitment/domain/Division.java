package tranche.commitments.commitment.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tranche.values.money.Allocation;
import tranche.values.money.Money;
import tranche.values.money.Participant;

/**
 * A commitment divided between its investor and another (domain §5.2): each historic amount is shared by the rule of a call
 * with two participants, by what each of them then has committed. With two, a share is its exact part rounded the same way
 * for every amount, so that what was called is at least what was paid, and nothing below zero is left to call, in both.
 *
 * @param stays zero throughout where the whole goes over
 */
public record Division(Portion stays, Portion goes) {

    /**
     * Divides a commitment.
     *
     * @param to the commitment that comes of it
     * @param part what goes over, of its amount
     * @return empty where the part is none of it: in another currency, not above zero, or more than there is
     */
    static Optional<Division> of(Commitment commitment, CommitmentId to, Money part) {
        Money amount = commitment.amount();
        boolean isPart = part.currency().equals(amount.currency())
                && part.isPositive()
                && part.isWholeMinorUnits()
                && part.compareTo(amount) <= 0;
        return isPart ? Optional.of(divided(commitment, to, part)) : Optional.empty();
    }

    private static Division divided(Commitment commitment, CommitmentId to, Money part) {
        Money rest = commitment.amount().minus(part);
        String stays = commitment.id().toString();
        String goes = to.toString();
        List<Participant> both = List.of(Participant.of(stays, rest), Participant.of(goes, part));
        Function<String, Function<Money, Money>> shareOf = key -> total -> share(total, both, key);
        return new Division(
                new Portion(
                        rest,
                        commitment.drawn().each(shareOf.apply(stays)),
                        commitment.drawnBefore().each(shareOf.apply(stays))),
                new Portion(
                        part,
                        commitment.drawn().each(shareOf.apply(goes)),
                        commitment.drawnBefore().each(shareOf.apply(goes))));
    }

    private static Money share(Money total, List<Participant> both, String key) {
        return switch (Allocation.of(total, both)) {
            case Allocation.Shares shares -> shares.of(key);
            case Allocation.Refused(var why) -> throw new IllegalStateException("D-20: " + why);
        };
    }
}
