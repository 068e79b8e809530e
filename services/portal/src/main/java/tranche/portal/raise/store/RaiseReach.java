package tranche.portal.raise.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.flow.sql.Bind;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * What of the raise an access reaches, as parts of a statement: every query takes one, and a row that it does not reach
 * is neither shown nor counted (promise R11).
 */
record RaiseReach(List<Scope> rows, List<Scope> totals) {

    /** Roles that read commitments within their scope. */
    private static final Set<Role> READERS = Role.STAFF;

    /** Commitments {@code c}: takes three arrays. */
    static final String COMMITMENT = """
            exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, investor)
                     where (s.programme is null or s.programme = c.programme_id)
                       and (s.fund is null or s.fund = c.fund_id)
                       and (s.investor is null or s.investor = c.investor_id))
            """;

    /** Funds {@code f} that are read whole: takes three arrays. */
    static final String FUND = """
            exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, investor)
                     where s.investor is null
                       and (s.programme is null or s.programme = f.programme_id)
                       and (s.fund is null or s.fund = f.fund_id))
            """;

    /**
     * Programmes {@code p}: those of a reader's scope, those that an investor has a commitment to, and for whoever reads
     * what is published all of the scope. Takes three arrays twice.
     */
    static final String PROGRAMME = """
            (exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, investor)
                      where s.investor is null
                        and (s.programme is null or s.programme = p.programme_id)
                        and (s.fund is null
                             or exists (select from raise_fund f
                                         where f.fund_id = s.fund and f.programme_id = p.programme_id)))
             or exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, investor)
                          join raise_commitment c on c.investor_id = s.investor
                         where c.programme_id = p.programme_id
                           and (s.programme is null or s.programme = c.programme_id)
                           and (s.fund is null or s.fund = c.fund_id)))
            """;

    static RaiseReach of(Access access) {
        List<Scope> rows = access.grants().stream()
                .filter(grant -> READERS.contains(grant.role())
                        // An investor reads its own: a grant that names none reaches none.
                        || (grant.role() == Role.INVESTOR
                                && grant.scope().investor().isPresent()))
                .map(grant -> grant.scope())
                .filter(scope -> scope.project().isEmpty())
                .distinct()
                .toList();
        List<Scope> published = access.scopesOf(Set.of(
                Role.FUND_MANAGER, Role.APPROVER, Role.AUDITOR, Role.STAKEHOLDER, Role.VERIFIER, Role.SITE_REPORTER));
        return new RaiseReach(rows, published);
    }

    /** Only what is read whole, fund by fund: nobody takes an investor's part of a fund for the fund. */
    static RaiseReach ofFunds(Access access) {
        return new RaiseReach(
                access.scopesOf(READERS).stream()
                        .filter(scope ->
                                scope.investor().isEmpty() && scope.project().isEmpty())
                        .toList(),
                List.of());
    }

    /** Whether an access reads whatever there is, also of investors who have not committed to anything yet. */
    static boolean readsAll(Access access) {
        return access.scopesOf(READERS).contains(Scope.DEPLOYMENT);
    }

    /** Binds {@link #COMMITMENT} or {@link #FUND}; gives the next parameter's number. */
    int bindCommitment(PreparedStatement statement, int first) throws SQLException {
        return bind(statement, first, rows);
    }

    /** Binds {@link #PROGRAMME}; gives the next parameter's number. */
    int bindProgramme(PreparedStatement statement, int first) throws SQLException {
        int next = bind(statement, first, totals);
        return bind(
                statement,
                next,
                rows.stream().filter(scope -> scope.investor().isPresent()).toList());
    }

    private static int bind(PreparedStatement statement, int first, List<Scope> scopes) throws SQLException {
        Bind.<Scope>rowsFrom(statement, first, scopes)
                .uuid(scope -> orNull(scope.programme()))
                .uuid(scope -> orNull(scope.fund()))
                .uuid(scope -> orNull(scope.investor()));
        return first + 3;
    }

    private static @Nullable UUID orNull(Optional<UUID> part) {
        return part.orElse(null);
    }
}
