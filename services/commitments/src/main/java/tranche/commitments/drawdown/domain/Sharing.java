package tranche.commitments.drawdown.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentState;
import tranche.commitments.fund.domain.CallBasis;
import tranche.values.money.Allocation;
import tranche.values.money.Money;
import tranche.values.money.Participant;

/**
 * How a call is shared (rule D-20): each component by itself, none above what the components before it left of anybody's
 * uncalled amount, so that no line is above it either.
 */
final class Sharing {

    private Sharing() {}

    /** A commitment and what it bears of each component, in their order. */
    record Borne(Commitment commitment, List<Share> shares) {}

    /** Who is called: what is closed. */
    static List<Commitment> participants(Drawdowns state) {
        return state.commitments().values().stream()
                .filter(one -> one.state() == CommitmentState.CLOSED)
                .toList();
    }

    /**
     * Shares the components.
     *
     * @param participants at least one
     * @return those who bear anything, in the order of their ids; empty where less is left to call than is asked for
     */
    static Optional<List<Borne>> of(List<Commitment> participants, CallBasis basis, List<CallComponent> components) {
        Map<String, List<Share>> shares = new HashMap<>();
        Map<String, Money> left = new HashMap<>();
        participants.forEach(one -> left.put(one.id().toString(), one.uncalled()));
        for (CallComponent component : components) {
            List<Participant> taking = participants.stream()
                    .map(one -> Participant.of(one.id().toString(), weight(one, basis))
                            .cappedAt(Objects.requireNonNull(left.get(one.id().toString()))))
                    .toList();
            if (!(Allocation.of(component.amount(), taking) instanceof Allocation.Shares allotted)) {
                return Optional.empty();
            }
            allotted.byKey().forEach((key, amount) -> {
                if (amount.isPositive()) {
                    left.merge(key, amount.negated(), Money::plus);
                    shares.computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(new Share(
                                    component.type(),
                                    amount,
                                    Objects.requireNonNull(allotted.reckonings().get(key))));
                }
            });
        }
        return Optional.of(participants.stream()
                .filter(one -> shares.containsKey(one.id().toString()))
                .map(one -> new Borne(
                        one, Objects.requireNonNull(shares.get(one.id().toString()))))
                .toList());
    }

    private static Money weight(Commitment commitment, CallBasis basis) {
        return switch (basis) {
            case COMMITMENT -> commitment.amount();
            case UNCALLED -> commitment.uncalled();
        };
    }
}
