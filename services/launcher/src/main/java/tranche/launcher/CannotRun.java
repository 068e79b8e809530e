package tranche.launcher;

/** A call that could not run, for a reason that somebody can mend: told in a sentence, without a trace. */
public final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is so, and what to do about it */
    public CannotRun(String message) {
        super(message, null, false, false);
    }
}
