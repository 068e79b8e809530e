package tranche.commitments.drawdown;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Who has something to write down of every line that is issued, in the very transaction that issues it: a demand without it
 * is never committed.
 */
public interface IssueWitness {

    /** @param lines in the order of their events; their rows and bookings are written */
    void issued(Connection connection, List<IssuedLine> lines) throws SQLException;
}
