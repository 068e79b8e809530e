package tranche.values.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The arithmetic of rule D-20, in whole minor units. */
final class LargestRemainder {

    /** Who gets a left-over unit first: the largest remainder, then the larger weight, then the smaller key. */
    private static final Comparator<Quota> CLAIM = Comparator.comparing(Quota::remainder)
            .thenComparing(quota -> quota.of().weight())
            .reversed()
            .thenComparing(quota -> quota.of().key(), Participant.KEY_ORDER);

    private LargestRemainder() {}

    private record Quota(Participant of, BigInteger whole, BigInteger remainder) {}

    /**
     * Shares a total; in rounds, where caps bind: all that are above their cap in a round are fixed at it together, and
     * the rest is shared anew among the others (step 4).
     *
     * @param total not negative, not above the sum of the caps
     * @param weighted at least one; each with a weight above zero
     * @return how the share of each came about, by key; the shares add up to {@code total}
     */
    static Map<String, Reckoning> share(BigInteger total, List<Participant> weighted) {
        Map<String, Reckoning> shares = new HashMap<>();
        List<Participant> open = weighted;
        BigInteger left = total;
        while (!open.isEmpty()) {
            Map<String, Reckoning> round = uncapped(left, open);
            List<Participant> within = new ArrayList<>(open.size());
            for (Participant one : open) {
                Reckoning reckoning = Objects.requireNonNull(round.get(one.key()));
                if (reckoning.exceedsCap()) {
                    Reckoning fixed = reckoning.fixedAtCap();
                    shares.put(one.key(), fixed);
                    left = left.subtract(fixed.share());
                } else {
                    within.add(one);
                }
            }
            if (within.size() == open.size()) {
                shares.putAll(round);
                return shares;
            }
            open = within;
        }
        throw new IllegalStateException("D-20: all are above their caps, whose sum was checked");
    }

    /** Steps 1 and 2: the whole part of each quota, then one unit each to the largest remainders. */
    private static Map<String, Reckoning> uncapped(BigInteger total, List<Participant> open) {
        BigInteger weights = open.stream().map(Participant::weight).reduce(BigInteger.ZERO, BigInteger::add);
        List<Quota> quotas = new ArrayList<>(open.size());
        BigInteger leftOver = total;
        for (Participant one : open) {
            BigInteger[] parts = total.multiply(one.weight()).divideAndRemainder(weights);
            quotas.add(new Quota(one, parts[0], parts[1]));
            leftOver = leftOver.subtract(parts[0]);
        }
        quotas.sort(CLAIM);
        Map<String, Reckoning> shares = HashMap.newHashMap(open.size());
        int units = leftOver.intValueExact();
        for (int place = 0; place < quotas.size(); place++) {
            Quota quota = quotas.get(place);
            Participant of = quota.of();
            shares.put(
                    of.key(),
                    new Reckoning(
                            total,
                            of.weight(),
                            weights,
                            quota.whole(),
                            quota.remainder(),
                            place < units,
                            of.cap(),
                            false));
        }
        return shares;
    }
}
