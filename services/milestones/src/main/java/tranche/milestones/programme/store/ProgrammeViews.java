package tranche.milestones.programme.store;

import jakarta.inject.Singleton;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.milestones.programme.domain.Programme;
import tranche.values.actor.Access;

/** Programmes, as far as a caller may name them. */
@Singleton
public class ProgrammeViews {

    private static final String ONE = "select * from programme where programme_id = ?";

    private final DataSource dataSource;

    ProgrammeViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether whoever has the access may name a programme in what they ask for. */
    public boolean isThere(Access access, UUID programme) {
        return Query.list(dataSource, ONE, select -> select.setObject(1, programme), ProgrammeRows::read).stream()
                .anyMatch(found -> access.holds(Programme.READERS, found.scope()));
    }
}
