package tranche.milestones.milestone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.milestones.milestone.domain.Baseline;
import tranche.milestones.milestone.domain.Lateness;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneContent;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.MilestoneKind;
import tranche.milestones.milestone.domain.MilestoneState;
import tranche.milestones.milestone.domain.Outlook;
import tranche.milestones.milestone.domain.Standing;
import tranche.milestones.milestone.domain.Work;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.slip.domain.Band;
import tranche.milestones.slip.domain.Slip;
import tranche.values.register.ForeignIdentity;

/** The rows of milestones. */
public final class MilestoneRows {

    static final VersionedTable TABLE = new VersionedTable(
            "milestone",
            List.of(
                    "milestone_id uuid",
                    "programme_id uuid",
                    "project_id uuid",
                    "name text",
                    "kind text",
                    "required_evidence jsonb",
                    "quorum integer",
                    "source_note text",
                    "baseline_from date",
                    "original_baseline date",
                    "current_baseline date",
                    "duration_days integer",
                    "predecessors jsonb",
                    "not_before date",
                    "state text",
                    "started date",
                    "claim jsonb",
                    "hands jsonb",
                    "waivers jsonb",
                    "before_waiver text",
                    "superseded_by uuid",
                    "reason text",
                    "forecast date",
                    "planned date",
                    "stated date",
                    "stated_reason text",
                    "slip_days integer",
                    "slip_working_days integer",
                    "breach text",
                    "due_soon_told date",
                    "source_system text",
                    "external_ref text",
                    "maker_account uuid",
                    "maker_person uuid",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String SAVE = TABLE.save();
    private static final String LOAD = "select * from milestone where milestone_id = any(?::uuid[])";

    private MilestoneRows() {}

    /** The milestones that there are of these. */
    public static Map<MilestoneId, Milestone> load(Connection connection, Collection<MilestoneId> ids)
            throws SQLException {
        Map<MilestoneId, Milestone> milestones = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            LOAD,
                            select -> Bind.<MilestoneId>rows(select, ids).uuid(MilestoneId::value),
                            MilestoneRows::read)
                    .forEach(milestone -> milestones.put(milestone.id(), milestone));
        }
        return milestones;
    }

    static void save(Connection connection, List<Milestone> versions) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind<Milestone> rows = Bind.rows(save, versions);
            bindContent(rows);
            bindStanding(rows);
            rows.date(milestone -> milestone.outlook().date())
                    .date(milestone -> milestone.outlook().planned())
                    .date(milestone -> milestone
                            .outlook()
                            .statement()
                            .map(Outlook.Statement::date)
                            .orElse(null))
                    .text(milestone -> milestone
                            .outlook()
                            .statement()
                            .map(Outlook.Statement::reason)
                            .orElse(null))
                    .integer(milestone -> milestone.lateness().slip().calendarDays())
                    .integer(milestone -> milestone.lateness().slip().workingDays())
                    .text(milestone -> milestone.lateness().breach().name())
                    .date(milestone -> milestone.dueSoonTold().orElse(null))
                    .text(milestone -> milestone
                            .foreign()
                            .map(ForeignIdentity::sourceSystem)
                            .orElse(null))
                    .text(milestone -> milestone
                            .foreign()
                            .map(ForeignIdentity::externalRef)
                            .orElse(null))
                    .uuid(milestone -> milestone.maker().account())
                    .uuid(milestone -> milestone.maker().person())
                    .bigint(milestone -> milestone.version().number())
                    .date(milestone -> milestone.version().effectiveDate())
                    .instant(milestone -> milestone.version().recordedAt());
            save.executeUpdate();
        }
    }

    private static void bindContent(Bind<Milestone> rows) throws SQLException {
        rows.uuid(milestone -> milestone.id().value())
                .uuid(milestone -> milestone.programme().value())
                .uuid(milestone -> milestone.project().value())
                .text(milestone -> milestone.content().name())
                .text(milestone -> milestone.content().kind().name())
                .column(
                        "jsonb",
                        milestone -> MilestoneJson.kinds(milestone.content().requiredEvidence()))
                .integer(milestone -> milestone.content().quorum())
                .text(milestone -> milestone.content().sourceNote().orElse(null))
                .date(milestone -> milestone.baseline().from())
                .date(milestone -> milestone.baseline().original())
                .date(milestone -> milestone.baseline().current())
                .integer(milestone -> milestone.work().durationDays())
                .column(
                        "jsonb",
                        milestone -> MilestoneJson.links(milestone.work().predecessors()))
                .date(milestone -> milestone.work().notBefore().orElse(null));
    }

    private static void bindStanding(Bind<Milestone> rows) throws SQLException {
        rows.text(milestone -> milestone.state().name())
                .date(milestone -> milestone.standing().started().orElse(null))
                .column(
                        "jsonb",
                        milestone -> milestone
                                .standing()
                                .claim()
                                .map(MilestoneJson::claim)
                                .orElse(null))
                .column(
                        "jsonb",
                        milestone -> MilestoneJson.hands(milestone.standing().hands()))
                .column(
                        "jsonb",
                        milestone -> MilestoneJson.waivers(milestone.standing().waivers()))
                .text(milestone ->
                        milestone.standing().beforeWaiver().map(Enum::name).orElse(null))
                .uuid(milestone -> milestone
                        .standing()
                        .supersededBy()
                        .map(MilestoneId::value)
                        .orElse(null))
                .text(milestone -> milestone.standing().reason().orElse(null));
    }

    /** A row that has the columns of {@code milestone}, beside others or alone. */
    public static Milestone read(ResultSet row) throws SQLException {
        return new Milestone(
                new MilestoneId(Rows.id(row, "milestone_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new ProjectId(Rows.id(row, "project_id")),
                new MilestoneContent(
                        row.getString("name"),
                        MilestoneKind.valueOf(row.getString("kind")),
                        MilestoneJson.kinds(row.getString("required_evidence")),
                        row.getInt("quorum"),
                        Rows.text(row, "source_note")),
                new Baseline(day(row, "baseline_from"), day(row, "original_baseline"), day(row, "current_baseline")),
                new Work(
                        row.getInt("duration_days"),
                        MilestoneJson.links(row.getString("predecessors")),
                        Rows.date(row, "not_before")),
                standing(row),
                new Outlook(
                        day(row, "forecast"),
                        day(row, "planned"),
                        statement(Rows.date(row, "stated"), row.getString("stated_reason"))),
                new Lateness(
                        new Slip(row.getInt("slip_days"), row.getInt("slip_working_days")),
                        Band.valueOf(row.getString("breach"))),
                Rows.date(row, "due_soon_told"),
                Rows.foreign(row),
                Rows.maker(row),
                Rows.version(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Optional<UUID> supersededBy = Optional.ofNullable(row.getObject("superseded_by", UUID.class));
        return new Standing(
                MilestoneState.valueOf(row.getString("state")),
                Rows.date(row, "started"),
                Rows.text(row, "claim").map(MilestoneJson::claim),
                MilestoneJson.hands(row.getString("hands")),
                MilestoneJson.waivers(row.getString("waivers")),
                Rows.text(row, "before_waiver").map(MilestoneState::valueOf),
                supersededBy.map(MilestoneId::new),
                Rows.text(row, "reason"));
    }

    private static Optional<Outlook.Statement> statement(Optional<LocalDate> stated, String reason) {
        return stated.map(date -> new Outlook.Statement(date, reason));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
