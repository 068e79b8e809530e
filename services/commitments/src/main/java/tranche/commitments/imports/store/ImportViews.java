package tranche.commitments.imports.store;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.imports.domain.Import;
import tranche.commitments.imports.domain.ImportKind;
import tranche.commitments.register.store.Query;
import tranche.commitments.register.store.Reach;
import tranche.flow.sql.Bind;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Scope;

/** Imports as a caller may see them: its own, and those of which it may see everything that they are about. */
@Singleton
public class ImportViews {

    private static final String VISIBLE = """
        (x.maker_account = ? or not exists (
            select from unnest(x.programme_ids, x.fund_ids) as about(programme, fund)
             where not exists (select from unnest(?::uuid[], ?::uuid[]) as s(programme, fund)
                                where (s.programme is null or s.programme = about.programme)
                                  and (s.fund is null or s.fund = about.fund))))
        """;

    private static final String ONE = "select * from import x where x.import_id = ? and " + VISIBLE;

    private static final String LIST = "select * from import x where " + VISIBLE
            + " and (?::text is null or x.kind = ?) and (?::uuid is null or x.import_id > ?)"
            + " order by x.import_id limit ?";

    private static final String QUESTIONS =
            "select * from import x where x.content_hash is not null and " + VISIBLE + """
                 and (?::text is null or ? = case when x.state = 'DONE' then 'APPROVED'
                                                  when x.state = 'REJECTED' then 'REJECTED'
                                                  when x.expires_at > ? then 'PENDING'
                                                  else 'LAPSED' end)
                 and (?::uuid is null or x.import_id > ?)
                 order by x.import_id limit ?
                """;

    private final DataSource dataSource;

    ImportViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Optional<Import> one(Actor reader, UUID id) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            select.setObject(1, id);
                            visible(select, 2, reader);
                        },
                        ImportRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids: of their making. One more than the limit, if there is one. */
    public List<Import> list(Actor reader, Optional<ImportKind> kind, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    int next = visible(select, 1, reader);
                    next = twice(select, next, kind.map(Enum::name));
                    next = twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                ImportRows::read);
    }

    /** Those that ask, or asked, a second person. */
    public List<Import> questions(
            Actor reader, Optional<Import.Answer> answer, Instant now, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                QUESTIONS,
                select -> {
                    int next = visible(select, 1, reader);
                    next = twice(select, next, answer.map(Enum::name));
                    select.setObject(next++, ImportRows.at(now));
                    next = twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                ImportRows::read);
    }

    private static int visible(PreparedStatement select, int first, Actor reader) throws SQLException {
        select.setObject(first, reader.account());
        Bind.<Scope>rowsFrom(select, first + 1, staff(reader.access()))
                .uuid(scope -> scope.programme().orElse(null))
                .uuid(scope -> scope.fund().orElse(null));
        return first + 3;
    }

    private static List<Scope> staff(Access access) {
        return Reach.of(access).staff().stream()
                .filter(scope -> scope.investor().isEmpty())
                .toList();
    }

    private static int twice(PreparedStatement select, int first, Optional<?> value) throws SQLException {
        select.setObject(first, value.orElse(null));
        select.setObject(first + 1, value.orElse(null));
        return first + 2;
    }
}
