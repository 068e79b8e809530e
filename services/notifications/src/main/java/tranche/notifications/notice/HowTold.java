package tranche.notifications.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import tranche.notifications.notice.domain.Reached;
import tranche.notifications.notice.domain.Told;

/** Says how those whom a notice reaches are told of it: that is theirs to choose, and kept with their wishes. */
public interface HowTold {

    /**
     * How each of them is told, in the same order.
     *
     * @param now when they are told
     */
    List<Told> of(Connection connection, Instant now, List<Reached> reached) throws SQLException;
}
