package tranche.portal.account.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import tranche.flow.sql.Bind;
import tranche.portal.account.domain.Standing;
import tranche.values.actor.Actor;
import tranche.values.actor.Scope;

/**
 * What of accounts and grants a reader sees, as a part of a statement: programmes, funds, investors and projects are the
 * walls. The same as {@link Standing#sees} and {@link Standing#seesGrants} for one row.
 *
 * @param own the reader's account
 * @param all whether accounts without any grant are seen too
 * @param scopes within which others' grants are seen
 */
public record Sight(UUID own, boolean all, List<Scope> scopes) {

    /** Others' grants {@code g}: takes four arrays. */
    public static final String GRANT = """
            exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, investor, project)
                     where (s.programme is null or s.programme = g.programme)
                       and (s.fund is null or s.fund = g.fund)
                       and (s.investor is null or s.investor = g.investor)
                       and (s.project is null or s.project = g.project))
            """;

    public Sight {
        scopes = List.copyOf(scopes);
    }

    public static Sight of(Actor reader) {
        return new Sight(reader.account(), Standing.seesAll(reader.access()), Standing.sight(reader.access()));
    }

    /** Binds {@link #GRANT}; gives the next parameter's number. */
    public int bindGrant(PreparedStatement statement, int first) throws SQLException {
        Bind.<Scope>rowsFrom(statement, first, scopes)
                .uuid(scope -> scope.programme().orElse(null))
                .uuid(scope -> scope.fund().orElse(null))
                .uuid(scope -> scope.investor().orElse(null))
                .uuid(scope -> scope.project().orElse(null));
        return first + 4;
    }
}
