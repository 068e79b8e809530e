package tranche.portal.raise.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * A programme as it is named and switched between.
 *
 * @param headline the currency that leads the page; other currencies stand beside it and are never added (rule D-14)
 * @param committed what closed commitments come to, the headline currency first and always there
 * @param funds all that it has; {@code investors} those with a closed commitment
 * @param commitments how many are closed
 * @param sample whether all of it is made up, which every page then says
 */
public record Programme(
        UUID id,
        String name,
        Currency headline,
        Optional<Target> target,
        List<Money> committed,
        int funds,
        int investors,
        int commitments,
        boolean sample) {

    public Programme {
        committed = List.copyOf(committed);
    }

    /**
     * The programme that leads where none is asked for: the one with the largest target. Amounts of two currencies have no
     * order (rule D-14), so of the largest targets in each currency, and where nothing has a target, the one with most
     * commitments leads, a real one before a sample; of equals the first.
     */
    public static Optional<Programme> leading(List<Programme> programmes) {
        Map<Currency, Programme> aims = new LinkedHashMap<>();
        programmes.forEach(programme -> programme
                .target()
                .ifPresent(target -> aims.merge(
                        target.amount().currency(),
                        programme,
                        (one, other) -> other.aim().compareTo(one.aim()) > 0 ? other : one)));
        return first(aims.isEmpty() ? programmes : List.copyOf(aims.values()));
    }

    private Money aim() {
        return target.orElseThrow().amount();
    }

    private static Optional<Programme> first(List<Programme> programmes) {
        return programmes.stream()
                .collect(Collectors.maxBy(Comparator.comparing((Programme programme) -> !programme.sample())
                        .thenComparing(Programme::commitments)));
    }
}
