package tranche.commitments.register.store;

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
import tranche.values.actor.Scope;

/**
 * What a row is about: the columns {@code programme_ids} and {@code fund_ids} name, place by place, programmes and funds;
 * null and null is the whole deployment.
 */
public final class About {

    /**
     * Rows {@code x} of the reader's own making, and those of which it may see everything that they are about. Takes an
     * account and two arrays.
     */
    public static final String VISIBLE = """
        (x.maker_account = ? or not exists (
            select from unnest(x.programme_ids, x.fund_ids) as about(programme, fund)
             where not exists (select from unnest(?::uuid[], ?::uuid[]) as s(programme, fund)
                                where (s.programme is null or s.programme = about.programme)
                                  and (s.fund is null or s.fund = about.fund))))
        """;

    private About() {}

    /** Binds {@link #VISIBLE}; gives the next parameter's number. */
    public static int bindVisible(PreparedStatement select, int first, Actor reader) throws SQLException {
        select.setObject(first, reader.account());
        List<Scope> staff = Reach.of(reader.access()).staff().stream()
                .filter(scope -> scope.investor().isEmpty())
                .toList();
        Bind.<Scope>rowsFrom(select, first + 1, staff)
                .uuid(scope -> scope.programme().orElse(null))
                .uuid(scope -> scope.fund().orElse(null));
        return first + 3;
    }

    /** Binds both columns; gives the next parameter's number. */
    public static int bind(Connection connection, PreparedStatement insert, int first, Set<Scope> about)
            throws SQLException {
        List<Scope> scopes = List.copyOf(about);
        insert.setArray(first, connection.createArrayOf("uuid", ids(scopes, Scope::programme)));
        insert.setArray(first + 1, connection.createArrayOf("uuid", ids(scopes, Scope::fund)));
        return first + 2;
    }

    private static @Nullable Object[] ids(List<Scope> scopes, Function<Scope, Optional<UUID>> part) {
        return scopes.stream().map(scope -> part.apply(scope).orElse(null)).toArray();
    }

    public static Set<Scope> read(ResultSet row) throws SQLException {
        @Nullable UUID[] programmes = (UUID[]) row.getArray("programme_ids").getArray();
        @Nullable UUID[] funds = (UUID[]) row.getArray("fund_ids").getArray();
        Set<Scope> about = new HashSet<>();
        for (int i = 0; i < programmes.length; i++) {
            about.add(new Scope(
                    Optional.ofNullable(programmes[i]),
                    Optional.ofNullable(funds[i]),
                    Optional.empty(),
                    Optional.empty()));
        }
        return about;
    }
}
