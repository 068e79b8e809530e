package tranche.portal.timeline.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Access;

/**
 * What is built in a programme as a whole, cut to what the caller may see: whoever works on a project sees all of it,
 * investors and stakeholders what is published.
 */
public interface ProgrammeBuild {

    /** The sites of a programme by name. */
    List<Site> sites(Access access, UUID programme);

    /** The open milestones that are expected first, at most {@code limit}; none of a site that was given up. */
    List<Next> next(Access access, UUID programme, int limit);

    /** What happened that a reader of the whole programme cares for, the newest first, at most {@code limit}. */
    List<News> latest(Access access, UUID programme, int limit);

    /** How often each kind of these was recorded after the instant; kinds without any are left out. */
    Map<ChangeKind, Integer> countsSince(Access access, UUID programme, Instant since);

    /**
     * A site.
     *
     * @param place empty where it is not given
     */
    record Site(ProjectRow row, Optional<Place> place) {}

    /** In degrees north and east (WGS 84). */
    record Place(BigDecimal latitude, BigDecimal longitude) {}

    /**
     * A milestone that is expected.
     *
     * @param slip later than its baseline in days; below zero, earlier
     */
    record Next(UUID milestone, String name, UUID project, String projectName, LocalDate day, int slip) {}

    /**
     * Something that happened.
     *
     * @param place rising in the order in which the portal learnt of it
     * @param day that it is about, and {@code before} the one that it replaces
     * @param days by how many a forecast moved
     * @param text why, as far as the caller may read it
     */
    record News(
            long place,
            UUID event,
            ChangeKind kind,
            Instant at,
            UUID project,
            String projectName,
            Optional<UUID> milestone,
            Optional<String> name,
            Optional<LocalDate> day,
            Optional<LocalDate> before,
            Optional<Integer> days,
            Optional<String> text) {}
}
