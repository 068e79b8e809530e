package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import tranche.values.money.Money;

/**
 * What is called, as its makers enter it.
 *
 * @param dueDate until the end of which the money is to be there
 * @param components at least one, in the order in which they were entered
 * @param purpose what the money is for, as the notice says it
 */
public record CallContent(LocalDate dueDate, List<CallComponent> components, String purpose) {

    /** Components of one call. */
    public static final int MOST_COMPONENTS = 20;

    public CallContent {
        components = List.copyOf(components);
        if (components.isEmpty()) {
            throw new IllegalArgumentException("a call without a component");
        }
    }

    /** What of it is for the investment itself: fees and expenses stand beside it. */
    Money investment() {
        return components.stream()
                .filter(component -> component.type() == ComponentType.INVESTMENT)
                .map(CallComponent::amount)
                .reduce(Money.zero(components.getFirst().amount().currency()), Money::plus);
    }

    /** The sum of the components. */
    public Money total() {
        return components.stream()
                .map(CallComponent::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }
}
