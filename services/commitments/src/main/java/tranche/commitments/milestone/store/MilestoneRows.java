package tranche.commitments.milestone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tranche.commitments.milestone.domain.Achievement;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.Outlook;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;

/** The table {@code milestone_fact}. */
public final class MilestoneRows {

    private static final String LOAD = "select * from milestone_fact where milestone_id = any(?::uuid[])";

    private static final String SHARE = " order by milestone_id for share";

    private static final String SAVE = """
            insert into milestone_fact (
                milestone_id, programme_id, project_id, name, state, forecast, slip_days, reason, drivers, forecast_event,
                achieved, verified, verifiers, evidence, achieved_event, waivers, gone)
            select * from unnest(
                ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::integer[], ?::text[], ?::jsonb[],
                ?::uuid[], ?::date[], ?::date[], ?::jsonb[], ?::jsonb[], ?::uuid[], ?::jsonb[], ?::boolean[])
            on conflict (milestone_id) do update set
                name = excluded.name, state = excluded.state, forecast = excluded.forecast,
                slip_days = excluded.slip_days, reason = excluded.reason, drivers = excluded.drivers,
                forecast_event = excluded.forecast_event, achieved = excluded.achieved, verified = excluded.verified,
                verifiers = excluded.verifiers, evidence = excluded.evidence, achieved_event = excluded.achieved_event,
                waivers = excluded.waivers, gone = excluded.gone
            """;

    private MilestoneRows() {}

    /** The milestones that are known of these. */
    public static Map<MilestoneId, Milestone> load(Connection connection, Collection<MilestoneId> ids)
            throws SQLException {
        return load(connection, LOAD, ids);
    }

    /**
     * As {@link #load}; what is told of them while the transaction is open waits for its end, and so finds what it decided.
     */
    public static Map<MilestoneId, Milestone> loadForDeciding(Connection connection, Collection<MilestoneId> ids)
            throws SQLException {
        return load(connection, LOAD + SHARE, ids);
    }

    private static Map<MilestoneId, Milestone> load(
            Connection connection, String statement, Collection<MilestoneId> ids) throws SQLException {
        Map<MilestoneId, Milestone> milestones = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            statement,
                            select -> Bind.<MilestoneId>rows(select, ids).uuid(MilestoneId::value),
                            MilestoneRows::read)
                    .forEach(milestone -> milestones.put(milestone.id(), milestone));
        }
        return milestones;
    }

    public static void save(Connection connection, Collection<Milestone> milestones) throws SQLException {
        if (milestones.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(SAVE)) {
            Bind.<Milestone>rows(insert, milestones)
                    .uuid(one -> one.id().value())
                    .uuid(one -> one.programme().value())
                    .uuid(Milestone::project)
                    .text(Milestone::name)
                    .text(Milestone::state)
                    .date(one -> one.outlook().date())
                    .integer(one -> one.outlook().slipDays())
                    .text(one -> one.outlook().reason().orElse(null))
                    .column("jsonb", one -> MilestoneJson.drivers(one.outlook().drivers()))
                    .uuid(one -> one.outlook().event())
                    .date(one -> of(one, Achievement::achievedDate))
                    .date(one -> of(one, Achievement::verifiedDate))
                    .column("jsonb", one -> of(one, told -> MilestoneJson.makers(told.verifiers())))
                    .column(
                            "jsonb",
                            one -> MilestoneJson.texts(
                                    one.achievement().map(Achievement::evidence).orElse(List.of())))
                    .uuid(one -> of(one, Achievement::event))
                    .column("jsonb", one -> MilestoneJson.waivers(one.waivers()))
                    .bool(Milestone::isGone);
            insert.executeUpdate();
        }
    }

    private static <T> @Nullable T of(Milestone milestone, Function<Achievement, T> part) {
        return milestone.achievement().map(part).orElse(null);
    }

    private static Milestone read(ResultSet row) throws SQLException {
        return new Milestone(
                new MilestoneId(Rows.id(row, "milestone_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                Rows.id(row, "project_id"),
                row.getString("name"),
                row.getString("state"),
                new Outlook(
                        row.getObject("forecast", LocalDate.class),
                        row.getInt("slip_days"),
                        Rows.text(row, "reason"),
                        MilestoneJson.drivers(row.getString("drivers")),
                        Rows.id(row, "forecast_event")),
                achievement(row),
                MilestoneJson.waivers(row.getString("waivers")),
                row.getBoolean("gone"));
    }

    private static Optional<Achievement> achievement(ResultSet row) throws SQLException {
        @Nullable UUID event = row.getObject("achieved_event", UUID.class);
        return event == null
                ? Optional.empty()
                : Optional.of(new Achievement(
                        row.getObject("achieved", LocalDate.class),
                        row.getObject("verified", LocalDate.class),
                        new HashSet<>(MilestoneJson.makers(row.getString("verifiers"))),
                        MilestoneJson.texts(row.getString("evidence")),
                        event));
    }
}
