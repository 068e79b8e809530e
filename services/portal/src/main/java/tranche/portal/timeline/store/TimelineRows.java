package tranche.portal.timeline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.sql.Bind;
import tranche.portal.timeline.domain.Fact;
import tranche.portal.timeline.domain.MilestonePicture;

/** Keeps what a batch of events means, with one statement for each table. */
public final class TimelineRows {

    private static final String PROJECTS = """
            insert into timeline_project (project_id, programme_id, name, kind, region, country, latitude, longitude, zone,
                                          start_date, unverified, source, source_system, external_ref, version)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[],
                                 ?::text[], ?::date[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::bigint[])
            on conflict (project_id) do update
               set name = excluded.name, kind = excluded.kind, region = excluded.region, country = excluded.country,
                   latitude = excluded.latitude, longitude = excluded.longitude, zone = excluded.zone,
                   start_date = excluded.start_date, unverified = excluded.unverified, source = excluded.source,
                   version = excluded.version
            """;

    private static final String STOPS = """
            update timeline_project p set stopped = true, version = s.version
              from unnest(?::uuid[], ?::bigint[]) as s(project_id, version)
             where p.project_id = s.project_id
            """;

    private static final String EVIDENCE = """
            insert into timeline_evidence (evidence_id, milestone_id, project_id, claim, kind, sha256, size, media_type,
                                           submitted_at)
            select evidence_id, milestone_id, project_id, claim, kind, sha256, size, media_type, submitted_at
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::integer[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                          ?::timestamptz[])
                with ordinality as e(evidence_id, milestone_id, project_id, claim, kind, sha256, size, media_type,
                                     submitted_at, place)
             order by place
            """;

    private static final String CHANGES = """
            insert into timeline_change (event_id, kind, type, recorded_at, effective, actor, key, sequence, version,
                                         project_id, milestone_id, day, day_before, days, text, count)
            select event_id, kind, type, recorded_at, effective, actor, key, sequence, version, project_id, milestone_id,
                   day, day_before, days, text, count
              from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::date[], ?::uuid[], ?::uuid[], ?::bigint[],
                          ?::bigint[], ?::uuid[], ?::uuid[], ?::date[], ?::date[], ?::integer[], ?::text[], ?::integer[])
                with ordinality as c(event_id, kind, type, recorded_at, effective, actor, key, sequence, version,
                                     project_id, milestone_id, day, day_before, days, text, count, place)
             order by place
            """;

    /**
     * Of two batches that are kept at once, by two instances or by one and a replay, the one that commits last would else
     * have the earlier places: a page that has seen the later ones would never hear of it.
     */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(6021553087541960448)";

    private TimelineRows() {}

    /** A piece of evidence with the number of the claim that it is for. */
    private record Numbered(Fact.OfEvidence evidence, int claim) {}

    /** Keeps facts in their order. */
    public static void keep(Connection connection, List<Fact> facts) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
            lock.execute();
        }
        Map<UUID, Fact.OfProject> projects = new LinkedHashMap<>();
        of(facts, Fact.OfProject.class)
                .forEach(project -> projects.merge(project.id(), project, (before, now) -> now.after(before)));
        execute(connection, PROJECTS, projects.values(), TimelineRows::bindProject);
        execute(
                connection,
                STOPS,
                of(facts, Fact.OfStop.class),
                bind -> bind.uuid(Fact.OfStop::project).bigint(Fact.OfStop::version));
        keepMilestones(connection, facts);
        execute(connection, CHANGES, of(facts, Fact.Told.class), TimelineRows::bindTold);
    }

    /** Evidence is for the claim that is the latest when it comes, so it goes through the pictures in order with them. */
    private static void keepMilestones(Connection connection, List<Fact> facts) throws SQLException {
        List<Fact.OfMilestone> steps = of(facts, Fact.OfMilestone.class);
        if (steps.isEmpty()) {
            return;
        }
        Map<UUID, MilestonePicture> pictures = new LinkedHashMap<>(MilestoneRows.load(
                connection, steps.stream().map(Fact.OfMilestone::id).collect(Collectors.toSet())));
        List<Numbered> evidence = new ArrayList<>();
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.OfMilestone step ->
                    pictures.put(step.id(), step.step().apply(Optional.ofNullable(pictures.get(step.id()))));
                case Fact.OfEvidence piece ->
                    evidence.add(new Numbered(
                            piece,
                            Optional.ofNullable(pictures.get(piece.milestone()))
                                    .orElseThrow()
                                    .check()
                                    .claims()));
                case Fact.OfProject _, Fact.OfStop _, Fact.Told _ -> {}
            }
        }
        MilestoneRows.save(connection, pictures.values());
        execute(connection, EVIDENCE, evidence, TimelineRows::bindEvidence);
    }

    private static <F extends Fact> List<F> of(List<Fact> facts, Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private interface Binding<F> {
        void to(Bind<F> bind) throws SQLException;
    }

    private static <F> void execute(Connection connection, String sql, Collection<F> rows, Binding<F> binding)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.to(Bind.rows(statement, rows));
            statement.executeUpdate();
        }
    }

    private static void bindProject(Bind<Fact.OfProject> bind) throws SQLException {
        bind.uuid(Fact.OfProject::id)
                .uuid(Fact.OfProject::programme)
                .text(Fact.OfProject::name)
                .text(project -> project.kind().name())
                .text(Fact.OfProject::region)
                .text(Fact.OfProject::country)
                .numeric(project -> project.latitude().orElse(null))
                .numeric(project -> project.longitude().orElse(null))
                .text(Fact.OfProject::zone)
                .date(Fact.OfProject::startDate)
                .bool(Fact.OfProject::unverified)
                .text(project -> project.source().orElse(null))
                .text(project -> project.sourceSystem().orElse(null))
                .text(project -> project.externalRef().orElse(null))
                .bigint(Fact.OfProject::version);
    }

    private static void bindEvidence(Bind<Numbered> bind) throws SQLException {
        bind.uuid(piece -> piece.evidence().id())
                .uuid(piece -> piece.evidence().milestone())
                .uuid(piece -> piece.evidence().project())
                .integer(Numbered::claim)
                .text(piece -> piece.evidence().kind().name())
                .text(piece -> piece.evidence().sha256())
                .bigint(piece -> piece.evidence().size())
                .text(piece -> piece.evidence().mediaType())
                .instant(piece -> piece.evidence().submittedAt());
    }

    private static void bindTold(Bind<Fact.Told> bind) throws SQLException {
        bind.uuid(Fact.Told::event)
                .text(told -> told.kind().name())
                .text(Fact.Told::type)
                .instant(Fact.Told::recordedAt)
                .date(Fact.Told::effective)
                .uuid(Fact.Told::actor)
                .uuid(Fact.Told::key)
                .bigint(Fact.Told::sequence)
                .bigint(Fact.Told::version)
                .uuid(Fact.Told::project)
                .uuid(told -> told.milestone().orElse(null))
                .date(told -> told.day().orElse(null))
                .date(told -> told.before().orElse(null))
                .integer(told -> told.days().orElse(null))
                .text(told -> told.text().orElse(null))
                .integer(told -> told.count().orElse(null));
    }
}
