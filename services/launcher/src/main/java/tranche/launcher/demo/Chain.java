package tranche.launcher.demo;

import java.util.List;

/** Steps on one object, one after the other; the first makes it, and each takes it one version further. */
public record Chain(List<Step> steps) {

    public Chain {
        steps = List.copyOf(steps);
    }

    static Chain of(Step... steps) {
        return new Chain(List.of(steps));
    }
}
