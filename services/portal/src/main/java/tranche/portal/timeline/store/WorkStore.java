package tranche.portal.timeline.store;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.timeline.domain.EvidenceKind;
import tranche.portal.timeline.domain.MilestoneState;
import tranche.portal.timeline.domain.WorkList;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** Lists of work, from the kept rows. */
@Singleton
final class WorkStore implements WorkList {

    /** Evidence is of the claim that stands: what came for an earlier one shows nothing. */
    private static final String TASK = """
            select m.milestone_id, m.name, m.state, m.forecast_date, m.claimed_date, m.slip_days, m.reason, m.changed_at,
                   p.project_id, p.name as project_name, p.zone, m.required,
                   array(select e.kind from timeline_evidence e
                          where e.milestone_id = m.milestone_id and e.claim = m.claims and m.claimed_date is not null)
                     as shown
              from timeline_milestone m
              join timeline_project p on p.project_id = m.project_id
             where not p.stopped and\s""" + TimelineReach.WHOLE;

    private static final String REPORTED = TASK + " and " + ProjectStore.OPEN
            + " order by m.state <> 'REJECTED', m.state in ('EVIDENCE_SUBMITTED', 'VERIFIED'), m.forecast_date,"
            + " m.milestone_id limit ?";

    /** Whoever claimed, showed or verified it under whatever account does not verify it (rule D-1). */
    private static final String VERIFIED = TASK + """
               and m.state in ('CLAIMED', 'EVIDENCE_SUBMITTED', 'VERIFIED')
               and not exists (select from timeline_change h
                                where h.milestone_id = m.milestone_id and h.actor = any (?::uuid[])
                                  and h.kind in ('MILESTONE_CLAIMED', 'EVIDENCE_SUBMITTED', 'MILESTONE_VERIFIED')
                                  and h.place >= (select max(c.place) from timeline_change c
                                                   where c.milestone_id = m.milestone_id
                                                     and c.kind = 'MILESTONE_CLAIMED'))
             order by m.state = 'CLAIMED', m.changed_at, m.milestone_id limit ?
            """;

    private final DataSource dataSource;

    WorkStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Task> reported(Actor reader, int limit) {
        return Query.list(
                dataSource,
                REPORTED,
                select -> select.setInt(bind(select, reader, Role.SITE_REPORTER), limit),
                WorkStore::task);
    }

    @Override
    public List<Task> verified(Actor reader, int limit) {
        return Query.list(
                dataSource,
                VERIFIED,
                select -> {
                    int next = bind(select, reader, Role.VERIFIER);
                    Bind.<UUID>rowsFrom(select, next, reader.accounts()).uuid(id -> id);
                    select.setInt(next + 1, limit);
                },
                WorkStore::task);
    }

    private static int bind(PreparedStatement select, Actor reader, Role role) throws SQLException {
        return TimelineReach.as(reader.access(), role).bindWhole(select, 1);
    }

    private static Task task(ResultSet row) throws SQLException {
        MilestoneState state = MilestoneState.valueOf(row.getString("state"));
        LocalDate claimed = row.getObject("claimed_date", LocalDate.class);
        List<EvidenceKind> missing = new ArrayList<>(kinds(row, "required"));
        if (state.isClaimed()) {
            kinds(row, "shown").forEach(missing::remove);
        }
        return new Task(
                row.getObject("milestone_id", UUID.class),
                row.getString("name"),
                row.getObject("project_id", UUID.class),
                row.getString("project_name"),
                state,
                state.isClaimed() && claimed != null ? claimed : row.getObject("forecast_date", LocalDate.class),
                row.getInt("slip_days"),
                missing,
                Optional.ofNullable(row.getString("reason")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("zone"));
    }

    private static List<EvidenceKind> kinds(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((String[]) array.getArray())
                .map(EvidenceKind::valueOf)
                .toList();
    }
}
