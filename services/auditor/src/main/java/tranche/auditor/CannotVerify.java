package tranche.auditor;

/** The auditor could not do its work: an engine does not answer, or a login may not read. */
public final class CannotVerify extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotVerify(String message, Throwable cause) {
        super(message, cause);
    }

    public CannotVerify(String message) {
        super(message);
    }
}
