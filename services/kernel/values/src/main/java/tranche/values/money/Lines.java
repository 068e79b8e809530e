package tranche.values.money;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A call or a distribution worked out: each component allocated by itself, and for each participant the line that is
 * the sum of its shares. The sum of the components is never allocated and split afterwards (rule D-20, invariant I-1).
 */
public sealed interface Lines {

    /**
     * All components are shared.
     *
     * @param components as many as were asked for, in the same order
     * @param byKey the line of each who has a share, in the order of {@link Participant#KEY_ORDER}
     * @param total the sum of the components
     */
    record Drawn(List<ComponentShares> components, SortedMap<String, Money> byKey, Money total) implements Lines {
        public Drawn {
            components = List.copyOf(components);
            byKey = Collections.unmodifiableSortedMap(byKey);
        }
    }

    /**
     * A component cannot be shared.
     *
     * @param type the first such component
     */
    record Refused(String type, AllocationRefusal refusal) implements Lines {}

    /**
     * One component's shares.
     *
     * @param byKey the share of each who takes part, in the order of {@link Participant#KEY_ORDER}
     */
    record ComponentShares(String type, SortedMap<String, Money> byKey) {}

    /**
     * Works out the lines. A cap bounds the share of each component by itself; a line's own bound is for the caller to
     * check.
     *
     * @param components at least one, all of one currency
     * @throws IllegalArgumentException if there is no component, or their currencies differ
     */
    static Lines of(Collection<Participant> participants, List<Component> components) {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("D-20: no component");
        }
        List<ComponentShares> shared = new ArrayList<>(components.size());
        SortedMap<String, Money> lines = new TreeMap<>(Participant.KEY_ORDER);
        for (Component component : components) {
            switch (Allocation.of(component.amount(), taking(participants, component))) {
                case Allocation.Refused(AllocationRefusal refusal) -> {
                    return new Refused(component.type(), refusal);
                }
                case Allocation.Shares(SortedMap<String, Money> byKey, var _) -> {
                    shared.add(new ComponentShares(component.type(), byKey));
                    byKey.forEach((key, share) -> lines.merge(key, share, Money::plus));
                }
            }
        }
        Money total =
                components.stream().map(Component::amount).reduce(Money::plus).orElseThrow();
        return new Drawn(shared, lines, total);
    }

    private static List<Participant> taking(Collection<Participant> participants, Component component) {
        return participants.stream()
                .filter(one -> !component.without().contains(one.key()))
                .toList();
    }
}
