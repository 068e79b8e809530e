package tranche.notifications.recipient.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.recipient.domain.GrantFact;
import tranche.notifications.recipient.domain.GrantFact.Given;
import tranche.notifications.recipient.domain.GrantFact.Shut;
import tranche.notifications.recipient.domain.GrantFact.Withdrawn;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** The table {@code grant_held}. */
public final class GrantRows {

    private static final String GIVEN = """
            insert into grant_held (grant_id, account_id, role, programme_id, fund_id, investor_id, project_id, until, given_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[],
                                 ?::timestamptz[])
            on conflict (grant_id) do nothing
            """;

    private static final String WITHDRAWN = """
            update grant_held h set ended_at = e.at from unnest(?::uuid[], ?::timestamptz[]) as e(grant_id, at)
             where h.grant_id = e.grant_id and h.ended_at is null
            """;

    private static final String SHUT = """
            update grant_held h set ended_at = e.at from unnest(?::uuid[], ?::timestamptz[]) as e(account_id, at)
             where h.account_id = e.account_id and h.ended_at is null
            """;

    private static final String HELD = """
            select account_id, role, programme_id, fund_id, investor_id, project_id from grant_held
             where account_id = any(?::uuid[]) and ended_at is null
            """;

    private GrantRows() {}

    /** The grants that accounts hold, one that has run out among them, by the accounts. */
    public static Map<UUID, List<Grant>> held(Connection connection, Collection<UUID> accounts) throws SQLException {
        return Query.list(
                        connection,
                        HELD,
                        select -> Bind.<UUID>rows(select, accounts).uuid(id -> id),
                        row -> Map.entry(
                                Rows.id(row, "account_id"), new Grant(Role.valueOf(row.getString("role")), scope(row))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Scope scope(ResultSet row) throws SQLException {
        return new Scope(
                Optional.ofNullable(Rows.id(row, "programme_id")),
                Optional.ofNullable(Rows.id(row, "fund_id")),
                Optional.ofNullable(Rows.id(row, "investor_id")),
                Optional.ofNullable(Rows.id(row, "project_id")));
    }

    /** Keeps facts in their order: a grant is given once, and does not come back when it has ended. */
    public static void keep(Connection connection, List<GrantFact> facts) throws SQLException {
        given(connection, of(facts, Given.class));
        List<Withdrawn> withdrawn = of(facts, Withdrawn.class);
        if (!withdrawn.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(WITHDRAWN)) {
                Bind.<Withdrawn>rows(update, withdrawn).uuid(Withdrawn::grant).instant(fact -> Rows.at(fact.at()));
                update.executeUpdate();
            }
        }
        List<Shut> shut = of(facts, Shut.class);
        if (!shut.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(SHUT)) {
                Bind.<Shut>rows(update, shut).uuid(Shut::account).instant(fact -> Rows.at(fact.at()));
                update.executeUpdate();
            }
        }
    }

    private static void given(Connection connection, List<Given> given) throws SQLException {
        if (given.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(GIVEN)) {
            Bind.<Given>rows(insert, given)
                    .uuid(Given::grant)
                    .uuid(Given::account)
                    .text(fact -> fact.role().name())
                    .uuid(fact -> fact.scope().programme().orElse(null))
                    .uuid(fact -> fact.scope().fund().orElse(null))
                    .uuid(fact -> fact.scope().investor().orElse(null))
                    .uuid(fact -> fact.scope().project().orElse(null))
                    .date(fact -> fact.until().orElse(null))
                    .instant(fact -> Rows.at(fact.at()));
            insert.executeUpdate();
        }
    }

    private static <F extends GrantFact> List<F> of(List<GrantFact> facts, Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
