package tranche.auditor;

import java.sql.SQLException;
import java.util.Set;

/** The auditor could not do its work: an engine does not answer, or a login may not read. */
public final class CannotVerify extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** PostgreSQL knows no such table, or no such column. */
    private static final Set<String> MISSING = Set.of("42P01", "42703");

    public CannotVerify(String message, Throwable cause) {
        super(message, cause);
    }

    public CannotVerify(String message) {
        super(message);
    }

    /** A database did not answer a question, or has no such thing as is asked for: that comes with a start. */
    static CannotVerify reading(SQLException failed) {
        return MISSING.contains(String.valueOf(failed.getSQLState()))
                ? new CannotVerify(
                        "the folder was last started by an earlier version, which kept less than is verified now. Start Tranche"
                                + " on it once, then verify. (" + failed.getMessage() + ")",
                        failed)
                : new CannotVerify("a database cannot be read: " + failed.getMessage(), failed);
    }
}
