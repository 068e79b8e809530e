package tranche.milestones.tranche;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.milestones.tranche.domain.Tranche;
import tranche.milestones.tranche.domain.TrancheNews;
import tranche.milestones.tranche.events.TrancheAvro;
import tranche.milestones.tranche.store.TrancheRows;

/**
 * The front door of what is kept of tranches. It takes no commands: what the service of commitments tells is so.
 *
 * <p>Of a tranche that was never drafted as far as this service was told, nothing is kept.
 */
public final class TrancheCopy {

    private TrancheCopy() {}

    /**
     * The milestones for which events may change what rests on them.
     *
     * @param events in their order
     */
    public static Set<UUID> milestones(Connection connection, Collection<? extends SpecificRecord> events)
            throws SQLException {
        List<TrancheNews> news = news(events);
        Map<UUID, Tranche> tranches = load(connection, news);
        Set<UUID> milestones = new HashSet<>();
        tranches.values().forEach(before -> milestones.addAll(before.milestones()));
        for (TrancheNews one : news) {
            after(tranches, one);
            Optional.ofNullable(tranches.get(one.id())).ifPresent(now -> milestones.addAll(now.milestones()));
        }
        return milestones;
    }

    /**
     * Keeps what events tell.
     *
     * @param events in their order
     */
    public static void keep(Connection connection, Collection<? extends SpecificRecord> events) throws SQLException {
        List<TrancheNews> news = news(events);
        Map<UUID, Tranche> tranches = load(connection, news);
        news.forEach(one -> after(tranches, one));
        TrancheRows.save(connection, tranches.values());
    }

    private static List<TrancheNews> news(Collection<? extends SpecificRecord> events) {
        return events.stream().map(TrancheAvro::news).flatMap(Optional::stream).toList();
    }

    private static Map<UUID, Tranche> load(Connection connection, List<TrancheNews> news) throws SQLException {
        return new TreeMap<>(TrancheRows.load(
                connection, news.stream().map(TrancheNews::id).distinct().toList()));
    }

    private static void after(Map<UUID, Tranche> tranches, TrancheNews news) {
        Optional.ofNullable(tranches.get(news.id()))
                .map(before -> before.after(news))
                .or(() -> first(news))
                .ifPresent(tranche -> tranches.put(news.id(), tranche));
    }

    private static Optional<Tranche> first(TrancheNews news) {
        return news instanceof TrancheNews.Drafted(Tranche drafted) ? Optional.of(drafted) : Optional.empty();
    }
}
