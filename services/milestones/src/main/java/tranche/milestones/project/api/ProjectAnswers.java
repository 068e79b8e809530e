package tranche.milestones.project.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tranche.milestones.project.domain.Location;
import tranche.milestones.project.domain.Project;
import tranche.values.register.ForeignIdentity;
import tranche.web.json.JsonObject;
import tranche.web.table.Cell;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Projects as callers get them. */
final class ProjectAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Project> TABLE = new Table<>(
            "projects",
            List.of(
                    Column.id("id", row -> Optional.of(row.id().value())),
                    Column.id("programmeId", row -> Optional.of(row.programme().value())),
                    Column.text("name", row -> Optional.of(row.content().name())),
                    Column.code("kind", row -> row.content().kind()),
                    Column.code("state", Project::state),
                    Column.text("region", row -> Optional.of(row.content().region())),
                    Column.text(
                            "country",
                            row -> Optional.of(row.content().country().code())),
                    degrees("latitude", Location::latitude),
                    degrees("longitude", Location::longitude),
                    Column.text("zone", row -> Optional.of(row.zone().getId())),
                    Column.date("startDate", row -> Optional.of(row.start())),
                    Column.flag("unverified", row -> Optional.of(row.content().unverified())),
                    Column.text("sourceNote", row -> row.content().sourceNote()),
                    Column.text("sourceSystem", row -> row.foreign().map(ForeignIdentity::sourceSystem)),
                    Column.text("externalRef", row -> row.foreign().map(ForeignIdentity::externalRef)),
                    Column.date(
                            "effectiveDate", row -> Optional.of(row.version().effectiveDate())),
                    Column.whole("version", row -> Optional.of(row.version().number()))));

    private ProjectAnswers() {}

    /** A number of our own writing, which no spreadsheet takes for a formula. */
    private static Column<Project> degrees(String name, Function<Location, BigDecimal> part) {
        return new Column<>(
                name,
                row -> row.content()
                        .location()
                        .map(part)
                        .<Cell>map(degrees -> new Cell.Plain(degrees.toPlainString()))
                        .orElse(Cell.EMPTY));
    }

    static JsonObject json(Project project) {
        return JsonObject.empty()
                .put("id", project.id().value())
                .put("programmeId", project.programme().value())
                .put("name", project.content().name())
                .put("kind", project.content().kind())
                .put("state", project.state())
                .put(
                        "allowed",
                        project.allowed().stream().map(Project.Step::command).toList())
                .put("region", project.content().region())
                .put("country", project.content().country().code())
                .put("latitude", project.content().location().map(Location::latitude))
                .put("longitude", project.content().location().map(Location::longitude))
                .put("zone", project.zone())
                .put("startDate", project.start())
                .put("unverified", project.content().unverified())
                .put("sourceNote", project.content().sourceNote())
                .put("reason", project.reason())
                .put("sourceSystem", project.foreign().map(ForeignIdentity::sourceSystem))
                .put("externalRef", project.foreign().map(ForeignIdentity::externalRef))
                .put("effectiveDate", project.version().effectiveDate())
                .put("recordedAt", project.version().recordedAt())
                .put("version", project.version().number());
    }
}
