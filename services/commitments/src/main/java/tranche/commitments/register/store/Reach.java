package tranche.commitments.register.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.flow.sql.Bind;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * What an access reaches, as parts of a statement: every query takes one, and a row that it does not reach is neither
 * shown nor counted (promise R11).
 *
 * @param staff scopes of managers, approvers and auditors
 * @param own scopes of investors, each of which names its investor
 * @param published scopes of those who read what is published
 */
public record Reach(List<Scope> staff, List<Scope> own, List<Scope> published) {

    private static final Set<Role> PUBLIC = Set.of(Role.STAKEHOLDER, Role.VERIFIER, Role.SITE_REPORTER);

    private static final String SCOPES = "unnest(?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, investor)";

    /** Rows {@code x} of one fund and investor. Takes three arrays twice. */
    public static final String COMMITMENT = "(exists (select from " + SCOPES
            + " where (s.programme is null or s.programme = x.programme_id) and (s.fund is null or s.fund = x.fund_id)"
            + " and (s.investor is null or s.investor = x.investor_id))"
            + " or exists (select from " + SCOPES
            + " where s.investor = x.investor_id and (s.programme is null or s.programme = x.programme_id)"
            + " and (s.fund is null or s.fund = x.fund_id)))";

    /** Rows {@code x} of a fund: those of staff, and those that an investor is invested in. Takes three arrays twice. */
    public static final String FUND = "(exists (select from " + SCOPES
            + " where s.investor is null and (s.programme is null or s.programme = x.programme_id)"
            + " and (s.fund is null or s.fund = x.fund_id))"
            + " or exists (select from " + SCOPES
            + " join commitment mine on mine.investor_id = s.investor where mine.fund_id = x.fund_id"
            + " and (s.programme is null or s.programme = x.programme_id) and (s.fund is null or s.fund = x.fund_id)))";

    /** Rows {@code x} of a fund that its staff alone reads. Takes three arrays. */
    public static final String STAFF = "(exists (select from " + SCOPES
            + " where s.investor is null and (s.programme is null or s.programme = x.programme_id)"
            + " and (s.fund is null or s.fund = x.fund_id)))";

    /**
     * Capital calls {@code x}: those of staff, and those that were demanded of an investor. Takes three arrays twice.
     */
    public static final String CALL =
            "(" + STAFF + " or (x.state in ('ISSUED', 'PART_PAID', 'OVERDUE', 'PAID', 'REVERSED')"
                    + " and exists (select from " + SCOPES
                    + " join call_line mine on mine.investor_id = s.investor where mine.call_id = x.call_id"
                    + " and mine.state <> 'DROPPED' and (s.programme is null or s.programme = x.programme_id)"
                    + " and (s.fund is null or s.fund = x.fund_id))))";

    /** Programmes {@code x}: as {@link #FUND}, and those whose published part is read. Takes three arrays three times. */
    public static final String PROGRAMME = "(exists (select from " + SCOPES
            + " where s.investor is null and (s.programme is null or s.programme = x.programme_id)"
            + " and (s.fund is null or exists (select from fund f where f.fund_id = s.fund"
            + " and f.programme_id = x.programme_id)))"
            + " or exists (select from " + SCOPES
            + " join commitment mine on mine.investor_id = s.investor where mine.programme_id = x.programme_id"
            + " and (s.programme is null or s.programme = x.programme_id) and (s.fund is null or s.fund = mine.fund_id))"
            + " or exists (select from " + SCOPES
            + " where s.programme is null or s.programme = x.programme_id))";

    /**
     * Investors {@code x}: all to staff of the whole deployment, to other staff those of their funds, to an investor
     * itself, to an account those that it registered. Takes three arrays twice and the account.
     */
    public static final String INVESTOR = "(exists (select from " + SCOPES
            + " where (s.investor is null or s.investor = x.investor_id) and ((s.programme is null and s.fund is null)"
            + " or exists (select from commitment c where c.investor_id = x.investor_id"
            + " and (s.programme is null or s.programme = c.programme_id) and (s.fund is null or s.fund = c.fund_id))))"
            + " or exists (select from " + SCOPES + " where s.investor = x.investor_id) or x.maker_account = ?)";

    public static Reach of(Access access) {
        return new Reach(
                withoutProject(access, Role.STAFF),
                withoutProject(access, Set.of(Role.INVESTOR)).stream()
                        .filter(scope -> scope.investor().isPresent())
                        .toList(),
                withoutProject(access, PUBLIC));
    }

    private static List<Scope> withoutProject(Access access, Set<Role> roles) {
        return access.scopesOf(roles).stream()
                .filter(scope -> scope.project().isEmpty())
                .toList();
    }

    /** Binds {@link #STAFF}; gives the next parameter's number. */
    public int bindStaff(PreparedStatement statement, int first) throws SQLException {
        return bind(statement, first, staff);
    }

    /** Binds {@link #COMMITMENT}, {@link #FUND} or {@link #CALL}; gives the next parameter's number. */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        return bind(statement, bind(statement, first, staff), own);
    }

    /** Binds {@link #INVESTOR} for an account; gives the next parameter's number. */
    public int bindInvestor(PreparedStatement statement, int first, UUID account) throws SQLException {
        int next = bind(statement, first);
        statement.setObject(next, account);
        return next + 1;
    }

    /** Binds {@link #PROGRAMME}; gives the next parameter's number. */
    public int bindProgramme(PreparedStatement statement, int first) throws SQLException {
        return bind(statement, bind(statement, first), published);
    }

    private static int bind(PreparedStatement statement, int first, List<Scope> scopes) throws SQLException {
        Bind.<Scope>rowsFrom(statement, first, scopes)
                .uuid(scope -> scope.programme().orElse(null))
                .uuid(scope -> scope.fund().orElse(null))
                .uuid(scope -> scope.investor().orElse(null));
        return first + 3;
    }
}
