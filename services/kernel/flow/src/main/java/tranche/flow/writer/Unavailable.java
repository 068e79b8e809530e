package tranche.flow.writer;

/**
 * The database did not take the command, or its answer was lost on the way: the caller may send it again with the same
 * idempotency key and gets the one effect.
 */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
