package tranche.flow.inbox;

/** A dead letter was handed to its consumer again and still cannot be handled; nothing was written. */
public final class NotReplayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReplayed(Throwable cause) {
        super("a dead letter still cannot be handled", cause);
    }
}
