package tranche.flow.sql;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/** What a failed statement means for whoever ran it. */
public enum Faults {

    /** The transactions got in each other's way: the same again may succeed. */
    CONFLICT,

    /** The database is away or out of room: later may succeed. */
    AWAY,

    /** It took longer than a statement or a transaction may: less at once may succeed. */
    SLOW,

    /** The statement itself is wrong: again gives the same. */
    WRONG;

    /** Sorts a failure by its SQL state. */
    public static Faults of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return failure instanceof SQLTransientException ? AWAY : WRONG;
        }
        // 23505: two transactions of different keys made the same thing; the second then finds it made.
        if (state.equals("40001") || state.equals("40P01") || state.equals("55P03") || state.equals("23505")) {
            return CONFLICT;
        }
        // 57014: the time of a statement is up; 25P03: that of a transaction that does nothing.
        if (state.equals("57014") || state.equals("25P03")) {
            return SLOW;
        }
        // 08 connection, 53 resources, 57 operator, 58 system: the rules of the PostgreSQL error codes.
        boolean away =
                state.startsWith("08") || state.startsWith("53") || state.startsWith("57") || state.startsWith("58");
        return away ? AWAY : WRONG;
    }
}
