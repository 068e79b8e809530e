package tranche.flow.writer;

import java.sql.SQLException;
import tranche.flow.sql.Faults;

/**
 * The database did not take the command, or its answer was lost on the way: the caller may send it again with the same
 * idempotency key and gets the one effect.
 */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }

    /**
     * What a statement that failed is told as: this where later may succeed, and a defect where the statement is wrong, for
     * then nobody is helped by coming again.
     */
    public static RuntimeException of(String what, SQLException failure) {
        return Faults.of(failure) == Faults.WRONG
                ? new IllegalStateException(what, failure)
                : new Unavailable(what, failure);
    }
}
