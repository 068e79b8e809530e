package tranche.values.money;

import java.util.Set;

/**
 * A part of a call or a distribution, allocated by itself (rule D-20).
 *
 * @param type for instance {@code CALL_INVESTMENT}
 * @param amount what all participants bear together
 * @param without keys of those who bear nothing of it: excused, free of fees, or by side letter
 */
public record Component(String type, Money amount, Set<String> without) {

    public Component {
        without = Set.copyOf(without);
    }
}
