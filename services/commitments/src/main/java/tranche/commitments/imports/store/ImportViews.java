package tranche.commitments.imports.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.imports.domain.Import;
import tranche.commitments.imports.domain.ImportKind;
import tranche.flow.proposal.About;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.values.actor.Actor;

/** Imports as a caller may see them: its own, and those of which it may see everything that they are about. */
@Singleton
public class ImportViews {

    private static final String ONE = ImportRows.WITH_PROPOSAL + " where x.import_id = ? and " + About.VISIBLE;

    private static final String LIST = ImportRows.WITH_PROPOSAL + " where " + About.VISIBLE
            + " and (?::text is null or x.kind = ?) and (?::uuid is null or x.import_id > ?)"
            + " order by x.import_id limit ?";

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
                            About.bindVisible(select, 2, reader);
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
                    int next = About.bindVisible(select, 1, reader);
                    next = Rows.twice(select, next, kind.map(Enum::name));
                    next = Rows.twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                ImportRows::read);
    }
}
