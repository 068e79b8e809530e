package tranche.milestones.slip.domain;

import java.util.List;

/**
 * What steps that follow each other come to.
 *
 * @param <K> what names a step
 */
public sealed interface Sequence<K extends Comparable<K>> {

    /** They can be put in order. */
    record Ordered<K extends Comparable<K>>(Plan<K> plan) implements Sequence<K> {}

    /**
     * Some of them wait for each other, so that none can be first.
     *
     * @param members their names, each before the one that follows it, from the smallest
     */
    record Circle<K extends Comparable<K>>(List<K> members) implements Sequence<K> {
        public Circle {
            members = List.copyOf(members);
        }
    }
}
