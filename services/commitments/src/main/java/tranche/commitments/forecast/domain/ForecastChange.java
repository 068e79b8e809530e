package tranche.commitments.forecast.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.drawdown.domain.TrancheId;

/**
 * What became of a tranche from one run of the forecast to the next (rule D-34).
 *
 * @param before empty where it was not expected
 * @param after empty where it no longer is
 */
public record ForecastChange(TrancheId tranche, Optional<ForecastRow> before, Optional<ForecastRow> after) {

    /** How a row differs. What has moved may be of another amount too. */
    public enum Kind {
        NONE,
        MOVED,
        ADDED,
        REMOVED,
        RESIZED
    }

    public ForecastChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("D-34: neither before nor after");
        }
    }

    /**
     * Compares two runs.
     *
     * @return one for each tranche of either, those that stay included, in the order of their days: the day after, or the
     *     day before where there is none any more
     */
    public static List<ForecastChange> between(Collection<ForecastRow> before, Collection<ForecastRow> after) {
        Map<TrancheId, ForecastRow> was = byTranche(before);
        Map<TrancheId, ForecastRow> is = byTranche(after);
        List<ForecastChange> changes = new ArrayList<>();
        is.forEach((tranche, row) ->
                changes.add(new ForecastChange(tranche, Optional.ofNullable(was.get(tranche)), Optional.of(row))));
        was.forEach((tranche, row) -> {
            if (!is.containsKey(tranche)) {
                changes.add(new ForecastChange(tranche, Optional.of(row), Optional.empty()));
            }
        });
        changes.sort(Comparator.comparing(ForecastChange::day).thenComparing(ForecastChange::tranche));
        return changes;
    }

    private static Map<TrancheId, ForecastRow> byTranche(Collection<ForecastRow> rows) {
        Map<TrancheId, ForecastRow> byTranche = new LinkedHashMap<>();
        rows.forEach(row -> byTranche.put(row.tranche(), row));
        return byTranche;
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        if (after.isEmpty()) {
            return Kind.REMOVED;
        }
        if (!before.get().due().equals(after.get().due())) {
            return Kind.MOVED;
        }
        return before.get().amount().equals(after.get().amount()) ? Kind.NONE : Kind.RESIZED;
    }

    /** By how many days it falls due later; below zero, earlier; zero where it was added or removed. */
    public long days() {
        return before.isPresent() && after.isPresent()
                ? ChronoUnit.DAYS.between(before.get().due(), after.get().due())
                : 0;
    }

    private LocalDate day() {
        return after.or(() -> before).orElseThrow().due();
    }
}
