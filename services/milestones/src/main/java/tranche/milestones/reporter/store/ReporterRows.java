package tranche.milestones.reporter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.milestones.reporter.domain.ReporterFact;
import tranche.milestones.reporter.domain.ReporterFact.Given;

/** The table {@code reporter}. */
public final class ReporterRows {

    private static final String GIVEN = """
            insert into reporter (grant_id, account_id, programme_id, fund_id, investor_id, project_id, until, ended)
            select *, false
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[])
            on conflict (grant_id) do nothing
            """;

    private static final String WITHDRAWN = "update reporter set ended = true where grant_id = any(?::uuid[])";

    private static final String SHUT = "update reporter set ended = true where account_id = any(?::uuid[])";

    /** A grant that is bound to a fund or an investor reaches no project. */
    static final String OF_PROJECTS = """
            select distinct p.project_id, r.account_id
              from project p
              join reporter r on (r.programme_id is null or r.programme_id = p.programme_id)
                             and (r.project_id is null or r.project_id = p.project_id)
             where p.project_id = any(?::uuid[])
               and r.fund_id is null and r.investor_id is null
               and not r.ended and (r.until is null or r.until >= ?)
            """;

    private ReporterRows() {}

    /** Keeps facts in their order: a grant is given once, and does not come back when it has ended. */
    public static void keep(Connection connection, List<ReporterFact> facts) throws SQLException {
        List<Given> given = of(facts, Given.class);
        if (!given.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(GIVEN)) {
                Bind.<Given>rows(insert, given)
                        .uuid(Given::grant)
                        .uuid(Given::account)
                        .uuid(fact -> fact.scope().programme().orElse(null))
                        .uuid(fact -> fact.scope().fund().orElse(null))
                        .uuid(fact -> fact.scope().investor().orElse(null))
                        .uuid(fact -> fact.scope().project().orElse(null))
                        .date(fact -> fact.until().orElse(null));
                insert.executeUpdate();
            }
        }
        end(
                connection,
                WITHDRAWN,
                of(facts, ReporterFact.Withdrawn.class).stream()
                        .map(ReporterFact.Withdrawn::grant)
                        .toList());
        end(
                connection,
                SHUT,
                of(facts, ReporterFact.Shut.class).stream()
                        .map(ReporterFact.Shut::account)
                        .toList());
    }

    private static void end(Connection connection, String statement, List<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            Bind.<UUID>rows(update, ids).uuid(id -> id);
            update.executeUpdate();
        }
    }

    private static <F extends ReporterFact> List<F> of(List<ReporterFact> facts, Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Accounts that may report on a day, in UTC, by the projects that they may report from. */
    public static Map<UUID, Set<UUID>> ofProjects(Connection connection, Collection<UUID> projects, LocalDate on)
            throws SQLException {
        Map<UUID, Set<UUID>> reporters = new HashMap<>();
        Query.list(
                        connection,
                        OF_PROJECTS,
                        select -> bind(select, projects, on),
                        row -> Map.entry(Rows.id(row, "project_id"), Rows.id(row, "account_id")))
                .forEach(one -> reporters
                        .computeIfAbsent(one.getKey(), _ -> new HashSet<>())
                        .add(one.getValue()));
        return reporters;
    }

    static void bind(PreparedStatement select, Collection<UUID> projects, LocalDate on) throws SQLException {
        Bind.<UUID>rows(select, projects).uuid(id -> id);
        select.setObject(2, on);
    }
}
