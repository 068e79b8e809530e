package tranche.flow.proposal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tranche.flow.sql.Bind;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * What a row is about: the columns {@code programme_ids}, {@code fund_ids} and {@code project_ids} name, place by place,
 * programmes, funds and projects; nulls alone are the whole deployment.
 */
public final class About {

    /**
     * Rows {@code x} of the reader's own making, and those of which it may see everything that they are about. Takes an
     * account and three arrays.
     */
    public static final String VISIBLE = """
        (x.maker_account = ? or not exists (
            select from unnest(x.programme_ids, x.fund_ids, x.project_ids) as about(programme, fund, project)
             where not exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, project)
                                where (s.programme is null or s.programme = about.programme)
                                  and (s.fund is null or s.fund = about.fund)
                                  and (s.project is null or s.project = about.project))))
        """;

    private About() {}

    /** Binds {@link #VISIBLE}; gives the next parameter's number. */
    public static int bindVisible(PreparedStatement select, int first, Actor reader) throws SQLException {
        select.setObject(first, reader.account());
        List<Scope> staff = reader.access().scopesOf(Role.STAFF).stream()
                .filter(scope -> scope.investor().isEmpty())
                .toList();
        Bind.<Scope>rowsFrom(select, first + 1, staff)
                .uuid(scope -> scope.programme().orElse(null))
                .uuid(scope -> scope.fund().orElse(null))
                .uuid(scope -> scope.project().orElse(null));
        return first + 4;
    }

    /** Binds the three columns; gives the next parameter's number. */
    public static int bind(Connection connection, PreparedStatement insert, int first, Set<Scope> about)
            throws SQLException {
        List<Scope> scopes = List.copyOf(about);
        insert.setArray(first, connection.createArrayOf("uuid", ids(scopes, Scope::programme)));
        insert.setArray(first + 1, connection.createArrayOf("uuid", ids(scopes, Scope::fund)));
        insert.setArray(first + 2, connection.createArrayOf("uuid", ids(scopes, Scope::project)));
        return first + 3;
    }

    private static @Nullable Object[] ids(List<Scope> scopes, Function<Scope, Optional<UUID>> part) {
        return scopes.stream().map(scope -> part.apply(scope).orElse(null)).toArray();
    }

    public static Set<Scope> read(ResultSet row) throws SQLException {
        @Nullable UUID[] programmes = (UUID[]) row.getArray("programme_ids").getArray();
        @Nullable UUID[] funds = (UUID[]) row.getArray("fund_ids").getArray();
        @Nullable UUID[] projects = (UUID[]) row.getArray("project_ids").getArray();
        Set<Scope> about = new HashSet<>();
        for (int i = 0; i < programmes.length; i++) {
            about.add(new Scope(
                    Optional.ofNullable(programmes[i]),
                    Optional.ofNullable(funds[i]),
                    Optional.empty(),
                    Optional.ofNullable(projects[i])));
        }
        return about;
    }
}
