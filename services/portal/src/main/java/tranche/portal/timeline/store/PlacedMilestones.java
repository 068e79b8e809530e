package tranche.portal.timeline.store;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.timeline.domain.MilestonePlaces;
import tranche.values.actor.Access;

/** Milestones with their projects, from the kept rows. */
@Singleton
final class PlacedMilestones implements MilestonePlaces {

    private static final String PLACES = """
            select m.milestone_id, m.name, p.project_id, p.name as project_name, m.achieved_date
              from timeline_milestone m
              join timeline_project p using (project_id)
             where m.milestone_id = any(?::uuid[]) and\s""" + TimelineReach.PROJECT;

    private final DataSource dataSource;

    PlacedMilestones(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Map<UUID, Place> of(Access access, Collection<UUID> milestones) {
        return Query.list(
                        dataSource,
                        PLACES,
                        select -> {
                            Bind.<UUID>rows(select, milestones).uuid(id -> id);
                            TimelineReach.of(access).bindProject(select, 2);
                        },
                        row -> new Place(
                                row.getObject("milestone_id", UUID.class),
                                row.getString("name"),
                                row.getObject("project_id", UUID.class),
                                row.getString("project_name"),
                                Optional.ofNullable(row.getObject("achieved_date", LocalDate.class))))
                .stream()
                .collect(Collectors.toMap(Place::milestone, Function.identity()));
    }
}
