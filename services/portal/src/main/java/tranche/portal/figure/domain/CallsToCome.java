package tranche.portal.figure.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.portal.raise.domain.Certainty;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What is to be called in one currency, quarter by quarter and by how certain it is; currencies are never added (rule D-14).
 *
 * @param quarters one behind the other, also those in which nothing is
 * @param later what is to be called after the last of them, of every certainty
 */
public record CallsToCome(Currency currency, List<Quarter> quarters, Map<Certainty, Money> later) {

    /** Two years: a figure of more quarters would show nothing of any. */
    public static final int MOST_QUARTERS = 8;

    /**
     * A quarter by its first day.
     *
     * @param parts of every certainty, also those of which nothing is
     * @param before what was to be called in it as it was told before; empty where nobody asks for that
     */
    public record Quarter(LocalDate first, Map<Certainty, Money> parts, Optional<Money> before) {

        public Quarter {
            parts = Map.copyOf(parts);
        }

        public Money total() {
            return sum(parts);
        }

        public Money part(Certainty certainty) {
            return Objects.requireNonNull(parts.get(certainty));
        }

        /** Whether it was told otherwise before. */
        public boolean hasChanged() {
            return before.filter(told -> !told.equals(total())).isPresent();
        }
    }

    public CallsToCome {
        quarters = List.copyOf(quarters);
        later = Map.copyOf(later);
    }

    /** Nothing of every certainty. */
    public static Map<Certainty, Money> nothing(Currency currency) {
        Map<Certainty, Money> parts = new EnumMap<>(Certainty.class);
        for (Certainty certainty : Certainty.values()) {
            parts.put(certainty, Money.zero(currency));
        }
        return parts;
    }

    public static Money sum(Map<Certainty, Money> parts) {
        return parts.values().stream().reduce(Money::plus).orElseThrow();
    }

    /** All of it. */
    public Money total() {
        return quarters.stream().map(Quarter::total).reduce(sum(later), Money::plus);
    }

    /** The largest amount of a quarter. */
    public Money highest() {
        return greatest(quarters.stream().map(Quarter::total));
    }

    /** The largest amount of a quarter, now or before. */
    public Money largest() {
        return greatest(quarters.stream()
                .flatMap(quarter -> Stream.concat(Stream.of(quarter.total()), quarter.before().stream())));
    }

    private Money greatest(Stream<Money> amounts) {
        return amounts.reduce(Money.zero(currency), (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    /** Whether any quarter was told otherwise before. */
    public boolean hasChanged() {
        return quarters.stream().anyMatch(Quarter::hasChanged);
    }

    /** Whether it is told what was to be called before. */
    public boolean tellsBefore() {
        return quarters.stream().anyMatch(quarter -> quarter.before().isPresent());
    }
}
