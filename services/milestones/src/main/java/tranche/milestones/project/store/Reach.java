package tranche.milestones.project.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.flow.sql.Bind;
import tranche.milestones.project.domain.Project;
import tranche.values.actor.Access;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * What an access reaches, as parts of a statement: every query takes one, and a row that it does not reach is neither
 * shown nor counted (promise R11).
 */
public final class Reach {

    private static final Set<Role> SEEING =
            Stream.of(Role.values()).filter(role -> role != Role.ADMIN).collect(Collectors.toUnmodifiableSet());

    /** Rows {@code x} that are read whole, and not only what is published. Takes two arrays. */
    public static final String WHOLE = "exists (select from unnest(?::uuid[], ?::uuid[]) as s(programme, project)"
            + " where (s.programme is null or s.programme = x.programme_id)"
            + " and (s.project is null or s.project = x.project_id))";

    /**
     * Rows {@code x} that are seen at all: those of the programme or project of a grant, and what is published of the programme
     * to which a grant's fund belongs, or to which its investor has committed. Takes four arrays.
     */
    public static final String SEEN =
            "exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, investor, project)"
                    + " where (s.programme is null or s.programme = x.programme_id)"
                    + " and (s.project is null or s.project = x.project_id)"
                    + " and (s.fund is null or exists (select from fund_of f"
                    + " where f.fund_id = s.fund and f.programme_id = x.programme_id))"
                    + " and (s.investor is null or exists (select from investor_of i where i.investor_id = s.investor"
                    + " and i.programme_id = x.programme_id and (s.fund is null or i.fund_id = s.fund))))";

    private Reach() {}

    /** Binds {@link #SEEN}; gives the next parameter's number. */
    public static int bindSeen(PreparedStatement statement, int first, Access access) throws SQLException {
        List<Scope> scopes = access.grants().stream()
                .filter(grant -> SEEING.contains(grant.role()))
                // An investor reads its own: a grant that names none reaches none.
                .filter(grant -> grant.role() != Role.INVESTOR
                        || grant.scope().investor().isPresent())
                .map(Grant::scope)
                .toList();
        Bind.<Scope>rowsFrom(statement, first, scopes)
                .uuid(scope -> scope.programme().orElse(null))
                .uuid(scope -> scope.fund().orElse(null))
                .uuid(scope -> scope.investor().orElse(null))
                .uuid(scope -> scope.project().orElse(null));
        return first + 4;
    }

    /** Binds {@link #WHOLE}; gives the next parameter's number. */
    public static int bindWhole(PreparedStatement statement, int first, Access access) throws SQLException {
        List<Scope> scopes = access.scopesOf(Project.READERS).stream()
                .filter(scope -> scope.fund().isEmpty() && scope.investor().isEmpty())
                .toList();
        Bind.<Scope>rowsFrom(statement, first, scopes)
                .uuid(scope -> scope.programme().orElse(null))
                .uuid(scope -> scope.project().orElse(null));
        return first + 2;
    }
}
