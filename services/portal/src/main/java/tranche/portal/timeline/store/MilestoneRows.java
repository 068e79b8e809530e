package tranche.portal.timeline.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.sql.Bind;
import tranche.portal.timeline.domain.Breach;
import tranche.portal.timeline.domain.EvidenceKind;
import tranche.portal.timeline.domain.MilestoneKind;
import tranche.portal.timeline.domain.MilestonePicture;
import tranche.portal.timeline.domain.MilestonePicture.Check;
import tranche.portal.timeline.domain.MilestonePicture.Days;
import tranche.portal.timeline.domain.MilestonePicture.Plan;
import tranche.portal.timeline.domain.MilestonePicture.Slip;
import tranche.portal.timeline.domain.MilestonePicture.Waiver;
import tranche.portal.timeline.domain.MilestoneState;

/** The pictures of milestones, as rows. */
final class MilestoneRows {

    private static final String LOAD = "select * from timeline_milestone where milestone_id = any(?::uuid[])";

    /** Lists within a row travel as one text each, because PostgreSQL's arrays of arrays are rectangles. */
    private static final String SAVE = """
            insert into timeline_milestone (milestone_id, programme_id, project_id, name, kind, state, baseline_date,
                                            original_date, forecast_date, stated_date, started_date, claimed_date,
                                            achieved_date, slip_days, slip_working_days, breach, reason, drivers,
                                            duration_days, predecessors, not_before, required, quorum, verifications,
                                            claims, waivers, successor, source, version, changed_at)
            select milestone_id, programme_id, project_id, name, kind, state, baseline_date, original_date, forecast_date,
                   stated_date, started_date, claimed_date, achieved_date, slip_days, slip_working_days, breach, reason,
                   string_to_array(drivers, ',')::uuid[], duration_days, string_to_array(predecessors, ',')::uuid[],
                   not_before, string_to_array(required, ','), quorum, verifications, claims,
                   string_to_array(waivers, ','), successor, source, version, changed_at
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[],
                          ?::date[], ?::date[], ?::date[], ?::date[], ?::date[], ?::integer[], ?::integer[], ?::text[],
                          ?::text[], ?::text[], ?::integer[], ?::text[], ?::date[], ?::text[], ?::integer[],
                          ?::integer[], ?::integer[], ?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::timestamptz[])
                as m(milestone_id, programme_id, project_id, name, kind, state, baseline_date, original_date,
                     forecast_date, stated_date, started_date, claimed_date, achieved_date, slip_days,
                     slip_working_days, breach, reason, drivers, duration_days, predecessors, not_before, required,
                     quorum, verifications, claims, waivers, successor, source, version, changed_at)
            on conflict (milestone_id) do update
               set state = excluded.state, baseline_date = excluded.baseline_date,
                   forecast_date = excluded.forecast_date, stated_date = excluded.stated_date,
                   started_date = excluded.started_date, claimed_date = excluded.claimed_date,
                   achieved_date = excluded.achieved_date, slip_days = excluded.slip_days,
                   slip_working_days = excluded.slip_working_days, breach = excluded.breach, reason = excluded.reason,
                   drivers = excluded.drivers, duration_days = excluded.duration_days,
                   predecessors = excluded.predecessors, not_before = excluded.not_before,
                   verifications = excluded.verifications, claims = excluded.claims, waivers = excluded.waivers, successor = excluded.successor,
                   version = excluded.version, changed_at = excluded.changed_at
            """;

    private MilestoneRows() {}

    static Map<UUID, MilestonePicture> load(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, MilestonePicture> pictures = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LOAD)) {
            Bind.<UUID>rows(select, ids).uuid(id -> id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    MilestonePicture picture = read(row);
                    pictures.put(picture.id(), picture);
                }
            }
        }
        return pictures;
    }

    /** Reads a row of {@code timeline_milestone}. */
    static MilestonePicture read(ResultSet row) throws SQLException {
        return new MilestonePicture(
                row.getObject("milestone_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getString("name"),
                MilestoneKind.valueOf(row.getString("kind")),
                MilestoneState.valueOf(row.getString("state")),
                new Days(
                        row.getObject("baseline_date", LocalDate.class),
                        row.getObject("original_date", LocalDate.class),
                        row.getObject("forecast_date", LocalDate.class),
                        day(row, "stated_date"),
                        day(row, "started_date"),
                        day(row, "claimed_date"),
                        day(row, "achieved_date")),
                new Slip(
                        row.getInt("slip_days"),
                        row.getInt("slip_working_days"),
                        Breach.valueOf(row.getString("breach")),
                        Optional.ofNullable(row.getString("reason")),
                        List.of((UUID[]) array(row, "drivers"))),
                new Plan(
                        row.getInt("duration_days"),
                        List.of((UUID[]) array(row, "predecessors")),
                        day(row, "not_before")),
                new Check(
                        Arrays.stream((String[]) array(row, "required"))
                                .map(EvidenceKind::valueOf)
                                .toList(),
                        row.getInt("quorum"),
                        row.getInt("verifications"),
                        row.getInt("claims"),
                        Arrays.stream((String[]) array(row, "waivers"))
                                .map(MilestoneRows::waiver)
                                .toList()),
                Optional.ofNullable(row.getObject("successor", UUID.class)),
                Optional.ofNullable(row.getString("source")),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static Waiver waiver(String text) {
        int colon = text.indexOf(':');
        return new Waiver(Integer.parseInt(text.substring(0, colon)), LocalDate.parse(text.substring(colon + 1)));
    }

    private static String text(Waiver waiver) {
        return waiver.tranches() + ":" + waiver.expires();
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Object[] array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return (Object[]) array.getArray();
    }

    static void save(Connection connection, Collection<MilestonePicture> pictures) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(SAVE)) {
            Bind.<MilestonePicture>rows(upsert, pictures)
                    .uuid(MilestonePicture::id)
                    .uuid(MilestonePicture::programme)
                    .uuid(MilestonePicture::project)
                    .text(MilestonePicture::name)
                    .text(picture -> picture.kind().name())
                    .text(picture -> picture.state().name())
                    .date(picture -> picture.days().baseline())
                    .date(picture -> picture.days().original())
                    .date(picture -> picture.days().forecast())
                    .date(picture -> picture.days().stated().orElse(null))
                    .date(picture -> picture.days().started().orElse(null))
                    .date(picture -> picture.days().claimed().orElse(null))
                    .date(picture -> picture.days().achieved().orElse(null))
                    .integer(picture -> picture.slip().days())
                    .integer(picture -> picture.slip().workingDays())
                    .text(picture -> picture.slip().breach().name())
                    .text(picture -> picture.slip().reason().orElse(null))
                    .text(picture -> joined(picture.slip().drivers()))
                    .integer(picture -> picture.plan().durationDays())
                    .text(picture -> joined(picture.plan().predecessors()))
                    .date(picture -> picture.plan().notBefore().orElse(null))
                    .text(picture -> joined(picture.check().required()))
                    .integer(picture -> picture.check().quorum())
                    .integer(picture -> picture.check().verifications())
                    .integer(picture -> picture.check().claims())
                    .text(picture -> joined(picture.check().waivers().stream()
                            .map(MilestoneRows::text)
                            .toList()))
                    .uuid(picture -> picture.successor().orElse(null))
                    .text(picture -> picture.source().orElse(null))
                    .bigint(MilestonePicture::version)
                    .instant(MilestonePicture::changedAt);
            upsert.executeUpdate();
        }
    }

    private static String joined(List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
