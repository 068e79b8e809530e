package tranche.engines;

/**
 * An engine cannot run. The message is for the person at the keyboard: it says what was found and, where that is known,
 * what to do about it.
 */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
