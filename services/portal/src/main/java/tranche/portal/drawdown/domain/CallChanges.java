package tranche.portal.drawdown.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * What of a call is otherwise than before its last edit, as its service tells it to whoever may see the whole call.
 *
 * @param since the number of the version before
 * @param lines the largest difference first
 */
public record CallChanges(
        long since,
        Optional<Changed<LocalDate>> due,
        Optional<Changed<String>> purpose,
        Optional<Changed<String>> basis,
        Optional<Changed<Money>> total,
        List<Part> components,
        List<Line> lines) {

    private static final Comparator<Line> LARGEST_FIRST =
            Comparator.comparing(Line::difference).reversed().thenComparing(Line::investor);

    /** What was, and what is. */
    public record Changed<T>(T was, T is) {}

    /** What is called of one kind; empty where nothing was, or is. */
    public record Part(String type, Optional<Money> was, Optional<Money> is) {}

    /** What is called of one commitment; empty where it was not called, or no longer is. */
    public record Line(UUID investor, Optional<Money> was, Optional<Money> is) {

        Money difference() {
            Money zero = Money.zero(was.or(() -> is).orElseThrow().currency());
            Money more = is.orElse(zero).minus(was.orElse(zero));
            return more.isNegative() ? more.negated() : more;
        }
    }

    public CallChanges {
        components = List.copyOf(components);
        lines = lines.stream().sorted(LARGEST_FIRST).toList();
    }
}
