package tranche.commitments.programme.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.programme.domain.Programme;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.values.actor.Access;
import tranche.values.register.AsOf;

/** Programmes as a caller may see them. */
@Singleton
public class ProgrammeViews {

    private static final String ONE =
            "select x.* from " + ProgrammeRows.TABLE.asOf() + " x where x.programme_id = ? and " + Reach.PROGRAMME;

    private static final String LIST = "select x.* from programme x where " + Reach.PROGRAMME
            + " and (?::uuid is null or x.programme_id > ?) order by x.programme_id limit ?";

    private final DataSource dataSource;

    ProgrammeViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether whoever has the access may name a programme in what they ask for. */
    public boolean isThere(Access access, UUID programme) {
        return one(access, programme, AsOf.NOW)
                .filter(found -> access.holds(Programme.READERS, found.scope()))
                .isPresent();
    }

    public Optional<Programme> one(Access access, UUID programme, AsOf asOf) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, programme);
                            Reach.of(access).bindProgramme(select, next + 1);
                        },
                        ProgrammeRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids: of their making. One more than the limit, if there is one. */
    public List<Programme> list(Access access, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    int next = Reach.of(access).bindProgramme(select, 1);
                    select.setObject(next, after.orElse(null));
                    select.setObject(next + 1, after.orElse(null));
                    select.setInt(next + 2, limit + 1);
                },
                ProgrammeRows::read);
    }
}
