package tranche.values.money;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;

/**
 * Who takes part in an {@link Allocation}.
 *
 * @param key names the participant and settles ties: the id of a commitment, as text
 * @param weight in minor units, not negative; with zero, nothing is allotted
 * @param cap the most that is allotted, in minor units, not negative; empty where there is no bound
 */
public record Participant(String key, BigInteger weight, Optional<BigInteger> cap) {

    /** Keys in the order of their code points: the tie-break of rule D-20, step 2, and the order of the shares. */
    public static final Comparator<String> KEY_ORDER = Participant::compareByCodePoint;

    /** @throws IllegalArgumentException if the weight or the cap is negative */
    public Participant {
        if (weight.signum() < 0 || cap.map(BigInteger::signum).orElse(0) < 0) {
            throw new IllegalArgumentException("D-20: a weight or a cap below zero for " + key);
        }
    }

    /**
     * A participant without a cap.
     *
     * @throws ArithmeticException if the weight is not a multiple of the minor unit
     */
    public static Participant of(String key, Money weight) {
        return new Participant(key, weight.minor(), Optional.empty());
    }

    /** @throws ArithmeticException if the cap is not a multiple of the minor unit */
    public Participant cappedAt(Money most) {
        return new Participant(key, weight, Optional.of(most.minor()));
    }

    /** Strings compare by UTF-16 units, where what lies above U+FFFF stands before U+E000; code points do not. */
    private static int compareByCodePoint(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length()) {
            int difference = Integer.compare(one.codePointAt(at), other.codePointAt(at));
            if (difference != 0) {
                return difference;
            }
            at += Character.charCount(one.codePointAt(at));
        }
        return Integer.compare(one.length(), other.length());
    }
}
