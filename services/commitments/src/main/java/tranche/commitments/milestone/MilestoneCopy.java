package tranche.commitments.milestone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.milestone.domain.Departure;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.commitments.milestone.events.MilestoneAvro;
import tranche.commitments.milestone.store.MilestoneRows;
import tranche.commitments.milestone.store.SiteRows;

/**
 * The front door of what is kept of milestones and their sites. It takes no commands: what other services tell is so.
 *
 * <p>Of a milestone that was never planned as far as this service was told, nothing is kept: nothing can wait for it either.
 */
public final class MilestoneCopy {

    private MilestoneCopy() {}

    /**
     * Keeps what events tell.
     *
     * @param events in their order
     * @return the milestones that they tell of, in the order in which they first appear
     */
    public static Set<MilestoneId> keep(Connection connection, Collection<? extends SpecificRecord> events)
            throws SQLException {
        List<MilestoneNews> news = events.stream()
                .map(MilestoneAvro::news)
                .flatMap(Optional::stream)
                .toList();
        Set<MilestoneId> told =
                news.stream().map(MilestoneNews::id).collect(Collectors.toCollection(LinkedHashSet::new));
        // By their ids, as those lock them who decide upon them.
        Map<MilestoneId, Milestone> known = new TreeMap<>(MilestoneRows.load(connection, told));
        for (MilestoneNews one : news) {
            Optional.ofNullable(known.get(one.id()))
                    .map(before -> before.after(one))
                    .or(() -> first(one))
                    .ifPresent(milestone -> known.put(one.id(), milestone));
        }
        MilestoneRows.save(connection, known.values());
        SiteRows.save(
                connection,
                events.stream()
                        .map(MilestoneAvro::site)
                        .flatMap(Optional::stream)
                        .toList());
        return told;
    }

    /** The departure from the plan that an event tells of; empty where it tells of none. */
    public static Optional<Departure> departure(SpecificRecord event) {
        return MilestoneAvro.departure(event);
    }

    /** The milestones of which events tell something that conditions rest on, each with the last such event, in their order. */
    public static <E> SequencedMap<MilestoneId, E> decisive(List<E> events, Function<E, SpecificRecord> record) {
        return last(events, record, MilestoneNews::isDecisive);
    }

    /** The milestones of which events tell something, each with the last such event, in their order. */
    public static <E> SequencedMap<MilestoneId, E> told(List<E> events, Function<E, SpecificRecord> record) {
        return last(events, record, _ -> true);
    }

    private static <E> SequencedMap<MilestoneId, E> last(
            List<E> events, Function<E, SpecificRecord> record, Predicate<MilestoneNews> wanted) {
        SequencedMap<MilestoneId, E> last = new LinkedHashMap<>();
        events.forEach(event -> MilestoneAvro.news(record.apply(event))
                .filter(wanted)
                .ifPresent(news -> last.putLast(news.id(), event)));
        return last;
    }

    private static Optional<Milestone> first(MilestoneNews news) {
        return news instanceof MilestoneNews.Planned(Milestone planned) ? Optional.of(planned) : Optional.empty();
    }
}
