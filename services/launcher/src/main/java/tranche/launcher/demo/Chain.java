package tranche.launcher.demo;

import java.util.List;

/**
 * Steps one after the other.
 *
 * @param isCounted whether they are on one object, which the first makes and each takes exactly one version further: its
 *     version then tells how far an earlier load came. Of others each step is sent again, under its own key
 */
public record Chain(List<Step> steps, boolean isCounted) {

    public Chain {
        steps = List.copyOf(steps);
    }

    Chain(List<Step> steps) {
        this(steps, true);
    }

    static Chain of(Step... steps) {
        return new Chain(List.of(steps));
    }

    /** Steps on any objects. */
    static Chain ofAny(List<Step> steps) {
        return new Chain(steps, false);
    }
}
