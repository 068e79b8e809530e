package tranche.milestones.project.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.flow.read.Query;
import tranche.flow.register.ForeignRows;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.Location;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectContent;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.domain.ProjectKind;
import tranche.milestones.project.domain.ProjectState;
import tranche.values.country.Country;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** The rows of projects. */
public final class ProjectRows {

    static final VersionedTable TABLE = new VersionedTable(
            "project",
            List.of(
                    "project_id uuid",
                    "programme_id uuid",
                    "name text",
                    "kind text",
                    "region text",
                    "country text",
                    "latitude numeric",
                    "longitude numeric",
                    "zone text",
                    "own_zone boolean",
                    "start_date date",
                    "own_start boolean",
                    "unverified boolean",
                    "source_note text",
                    "state text",
                    "reason text",
                    "source_system text",
                    "external_ref text",
                    "maker_account uuid",
                    "maker_person uuid",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String COLLECTION = "projects";
    private static final String SAVE = TABLE.save();
    private static final String LOAD = "select * from project where project_id = any(?::uuid[])";

    private ProjectRows() {}

    /** The projects that there are of these. */
    public static Map<ProjectId, Project> load(Connection connection, Collection<ProjectId> ids) throws SQLException {
        Map<ProjectId, Project> projects = new HashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            LOAD,
                            select -> Bind.<ProjectId>rows(select, ids).uuid(ProjectId::value),
                            ProjectRows::read)
                    .forEach(project -> projects.put(project.id(), project));
        }
        return projects;
    }

    /** The projects that are known under foreign identities. */
    public static Map<ForeignIdentity, Known<Project>> known(
            Connection connection, Collection<ForeignIdentity> identities) throws SQLException {
        Map<ForeignIdentity, ForeignRows.Row> found = ForeignRows.find(connection, COLLECTION, identities);
        Map<ProjectId, Project> projects = load(
                connection,
                found.values().stream().map(row -> new ProjectId(row.id())).toList());
        Map<ForeignIdentity, Known<Project>> known = new HashMap<>();
        found.forEach((identity, row) -> Optional.ofNullable(projects.get(new ProjectId(row.id())))
                .ifPresent(project -> known.put(identity, new Known<>(row.id(), project, row.payload()))));
        return known;
    }

    /** Keeps versions of projects, new ones under their foreign identities. */
    public static void save(Connection connection, List<Project> versions) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Project>rows(save, versions)
                    .uuid(project -> project.id().value())
                    .uuid(project -> project.programme().value())
                    .text(project -> project.content().name())
                    .text(project -> project.content().kind().name())
                    .text(project -> project.content().region())
                    .text(project -> project.content().country().code())
                    .numeric(project ->
                            project.content().location().map(Location::latitude).orElse(null))
                    .numeric(project -> project.content()
                            .location()
                            .map(Location::longitude)
                            .orElse(null))
                    .text(project -> project.zone().getId())
                    .bool(project -> project.content().zone().isPresent())
                    .date(Project::start)
                    .bool(project -> project.content().startDate().isPresent())
                    .bool(project -> project.content().unverified())
                    .text(project -> project.content().sourceNote().orElse(null))
                    .text(project -> project.state().name())
                    .text(project -> project.reason().orElse(null))
                    .text(project ->
                            project.foreign().map(ForeignIdentity::sourceSystem).orElse(null))
                    .text(project ->
                            project.foreign().map(ForeignIdentity::externalRef).orElse(null))
                    .uuid(project -> project.maker().account())
                    .uuid(project -> project.maker().person())
                    .bigint(project -> project.version().number())
                    .date(project -> project.version().effectiveDate())
                    .instant(project -> project.version().recordedAt());
            save.executeUpdate();
        }
        List<ForeignRows.Row> identities = new ArrayList<>();
        for (Project project : versions) {
            project.foreign()
                    .filter(_ -> project.version().number() == 1)
                    .ifPresent(identity -> identities.add(new ForeignRows.Row(
                            identity, project.id().value(), project.content().hash())));
        }
        ForeignRows.insert(connection, COLLECTION, identities);
    }

    /** A row that has the columns of {@code project}, beside others or alone. */
    public static Project read(ResultSet row) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("zone"));
        LocalDate start = row.getObject("start_date", LocalDate.class);
        return new Project(
                new ProjectId(Rows.id(row, "project_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new ProjectContent(
                        row.getString("name"),
                        ProjectKind.valueOf(row.getString("kind")),
                        row.getString("region"),
                        new Country(row.getString("country")),
                        location(row),
                        row.getBoolean("own_zone") ? Optional.of(zone) : Optional.empty(),
                        row.getBoolean("own_start") ? Optional.of(start) : Optional.empty(),
                        row.getBoolean("unverified"),
                        Rows.text(row, "source_note")),
                zone,
                start,
                ProjectState.valueOf(row.getString("state")),
                Rows.text(row, "reason"),
                Rows.foreign(row),
                Rows.maker(row),
                Rows.version(row));
    }

    private static Optional<Location> location(ResultSet row) throws SQLException {
        BigDecimal latitude = row.getBigDecimal("latitude");
        BigDecimal longitude = row.getBigDecimal("longitude");
        return Optional.ofNullable(latitude).map(north -> new Location(north, longitude));
    }
}
