package tranche.values.money;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A total shared among participants so that nothing is lost or made up (rule D-20): by largest remainder, in whole minor
 * units, up to each one's cap. The order of the participants does not matter.
 */
public sealed interface Allocation {

    /**
     * The total is shared.
     *
     * @param byKey a share for each participant, those of weight zero included, in the order of
     *     {@link Participant#KEY_ORDER}; they add up to the total
     * @param reckonings how the share of each came about whose weight is above zero
     */
    record Shares(SortedMap<String, Money> byKey, Map<String, Reckoning> reckonings) implements Allocation {
        public Shares {
            byKey = Collections.unmodifiableSortedMap(byKey);
            reckonings = Map.copyOf(reckonings);
        }

        /**
         * One participant's share.
         *
         * @throws IllegalArgumentException if nobody with the key takes part
         */
        public Money of(String key) {
            Money share = byKey.get(key);
            if (share == null) {
                throw new IllegalArgumentException("no participant " + key);
            }
            return share;
        }
    }

    /** The total cannot be shared. */
    record Refused(AllocationRefusal refusal) implements Allocation {}

    /**
     * Shares a total.
     *
     * @param total a negative total mirrors the positive one, caps included
     * @throws ArithmeticException if the total is not a multiple of the minor unit
     * @throws IllegalArgumentException if two participants have the same key
     */
    static Allocation of(Money total, Collection<Participant> participants) {
        requireDistinct(participants);
        List<Participant> weighted =
                participants.stream().filter(one -> one.weight().signum() > 0).toList();
        BigInteger size = total.minor().abs();
        if (weighted.isEmpty()) {
            return new Refused(AllocationRefusal.ZERO_WEIGHT);
        }
        if (room(weighted).filter(room -> room.compareTo(size) < 0).isPresent()) {
            return new Refused(AllocationRefusal.INSUFFICIENT_UNCALLED);
        }
        SortedMap<String, Money> byKey = new TreeMap<>(Participant.KEY_ORDER);
        participants.forEach(one -> byKey.put(one.key(), Money.zero(total.currency())));
        Map<String, Reckoning> reckonings = LargestRemainder.share(size, weighted);
        reckonings.forEach((key, reckoning) -> {
            Money share = Money.ofMinor(total.currency(), reckoning.share());
            byKey.put(key, total.isNegative() ? share.negated() : share);
        });
        return new Shares(byKey, reckonings);
    }

    /** The sum of the caps; empty when somebody has none. */
    private static Optional<BigInteger> room(List<Participant> weighted) {
        BigInteger room = BigInteger.ZERO;
        for (Participant one : weighted) {
            if (one.cap().isEmpty()) {
                return Optional.empty();
            }
            room = room.add(one.cap().get());
        }
        return Optional.of(room);
    }

    private static void requireDistinct(Collection<Participant> participants) {
        Set<String> keys = new HashSet<>();
        for (Participant one : participants) {
            if (!keys.add(one.key())) {
                throw new IllegalArgumentException("D-20: two participants with the key " + one.key());
            }
        }
    }
}
