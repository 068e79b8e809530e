package tranche.portal.timeline.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tranche.flow.sql.Bind;
import tranche.portal.timeline.domain.ChangeKind;
import tranche.values.actor.Access;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * What of the projects an access reaches, as parts of a statement: every query takes one, and a row that it does not reach
 * is neither shown nor counted (promise R11).
 *
 * @param whole where all of a project is seen
 * @param published where what is published of it is seen: no names and no words of those who work on it
 * @param held scopes of investors: what is published of the programmes that they have committed to
 */
record TimelineReach(List<Scope> whole, List<Scope> published, List<Scope> held) {

    private static final Set<Role> WORKERS =
            Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.VERIFIER, Role.SITE_REPORTER, Role.AUDITOR);

    /** Whether project {@code p} is seen whole: takes two arrays. */
    static final String WHOLE = """
            exists (select from unnest(?::uuid[], ?::uuid[]) as s(programme, project)
                     where (s.programme is null or s.programme = p.programme_id)
                       and (s.project is null or s.project = p.project_id))
            """;

    /** Whether project {@code p} is seen at all: takes eight arrays. */
    static final String PROJECT = "(" + WHOLE + """
            or exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, project)
                        where (s.programme is null or s.programme = p.programme_id)
                          and (s.project is null or s.project = p.project_id)
                          and (s.fund is null
                               or exists (select from raise_fund f
                                           where f.fund_id = s.fund and f.programme_id = p.programme_id)))
            or exists (select from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as s(programme, fund, investor)
                         join raise_commitment c on c.investor_id = s.investor
                        where c.programme_id = p.programme_id
                          and (s.programme is null or s.programme = c.programme_id)
                          and (s.fund is null or s.fund = c.fund_id)))
            """;

    /** The kinds of changes that are published, as a list of a statement. */
    private static final String PUBLISHED = Arrays.stream(ChangeKind.values())
            .filter(ChangeKind::isPublished)
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    /** The kinds of changes that are told to whoever follows a programme, as a list of a statement. */
    static final String NEWS = Arrays.stream(ChangeKind.values())
            .filter(ChangeKind::isNews)
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    /** Whether change {@code h} of project {@code p} is told, where {@code v.whole} says whether that is seen whole. */
    static final String TOLD = "(v.whole or h.kind in " + PUBLISHED + ") and " + PROJECT;

    /** Puts {@link #WHOLE} into every row, as {@code v.whole}: takes two arrays. */
    static final String VIEW = " cross join lateral (select " + WHOLE + " as whole) v ";

    static TimelineReach of(Access access) {
        List<Scope> workers = access.scopesOf(WORKERS).stream()
                .filter(scope -> scope.investor().isEmpty())
                .toList();
        List<Scope> published = access.scopesOf(Set.of(Role.STAKEHOLDER)).stream()
                .filter(scope -> scope.investor().isEmpty())
                .toList();
        // Whoever works on a fund alone sees of the sites what is published.
        List<Scope> ofFunds =
                workers.stream().filter(scope -> scope.fund().isPresent()).toList();
        return new TimelineReach(
                workers.stream().filter(scope -> scope.fund().isEmpty()).toList(),
                Stream.concat(published.stream(), ofFunds.stream()).distinct().toList(),
                access.scopesOf(Set.of(Role.INVESTOR)).stream()
                        // An investor reads its own: a grant that names none reaches none.
                        .filter(scope ->
                                scope.investor().isPresent() && scope.project().isEmpty())
                        .toList());
    }

    /** What is reached by one role alone. */
    static TimelineReach as(Access access, Role role) {
        return of(new Access(
                access.grants().stream().filter(grant -> grant.role() == role).toList()));
    }

    /** Binds {@link #WHOLE}; gives the next parameter's number. */
    int bindWhole(PreparedStatement statement, int first) throws SQLException {
        Bind.<Scope>rowsFrom(statement, first, whole)
                .uuid(scope -> orNull(scope.programme()))
                .uuid(scope -> orNull(scope.project()));
        return first + 2;
    }

    /** Binds {@link #PROJECT}; gives the next parameter's number. */
    int bindProject(PreparedStatement statement, int first) throws SQLException {
        int next = bindWhole(statement, first);
        Bind.<Scope>rowsFrom(statement, next, published)
                .uuid(scope -> orNull(scope.programme()))
                .uuid(scope -> orNull(scope.fund()))
                .uuid(scope -> orNull(scope.project()));
        Bind.<Scope>rowsFrom(statement, next + 3, held)
                .uuid(scope -> orNull(scope.programme()))
                .uuid(scope -> orNull(scope.fund()))
                .uuid(scope -> orNull(scope.investor()));
        return next + 6;
    }

    /** Binds {@link #VIEW} and {@link #PROJECT} behind it; gives the next parameter's number. */
    int bindView(PreparedStatement statement, int first) throws SQLException {
        return bindProject(statement, bindWhole(statement, first));
    }

    private static @Nullable UUID orNull(Optional<UUID> part) {
        return part.orElse(null);
    }
}
