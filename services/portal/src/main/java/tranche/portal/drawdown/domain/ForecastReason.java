package tranche.portal.drawdown.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Why forecasts changed, and which of them did for it.
 *
 * @param milestone that moved them; empty where none did, and the change itself is all that is known
 * @param forecasts in the order in which they came; at least one
 */
public record ForecastReason(Optional<UUID> milestone, Forecast.Change change, List<Forecast> forecasts) {

    private record Key(Optional<UUID> milestone, Forecast.Change change) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> key.milestone().map(UUID::toString).orElse(""))
                .thenComparing(Key::change);

        static Key of(Forecast forecast) {
            Optional<UUID> milestone = forecast.causes().stream().findFirst().map(Forecast.Cause::milestone);
            return new Key(milestone, milestone.isPresent() ? Forecast.Change.MOVED : forecast.change());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public ForecastReason {
        forecasts = List.copyOf(forecasts);
    }

    /** Each reason once. What has been called meanwhile is no change of a forecast: it is demanded. */
    public static List<ForecastReason> of(List<Forecast> forecasts) {
        Map<Key, List<Forecast>> byReason = new TreeMap<>();
        forecasts.stream()
                .filter(forecast -> forecast.change() != Forecast.Change.NONE && !forecast.called())
                .forEach(forecast -> byReason.computeIfAbsent(Key.of(forecast), _ -> new ArrayList<>())
                        .add(forecast));
        return byReason.entrySet().stream()
                .map(one -> new ForecastReason(
                        one.getKey().milestone(), one.getKey().change(), one.getValue()))
                .toList();
    }

    /** The chain of milestones behind it, as the first of its forecasts tells it. */
    public List<Forecast.Cause> causes() {
        return forecasts.getFirst().causes();
    }
}
