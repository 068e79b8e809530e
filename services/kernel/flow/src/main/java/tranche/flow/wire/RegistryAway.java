package tranche.flow.wire;

/** The registry did not answer, or not in time: nothing is known, later may succeed. */
public final class RegistryAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RegistryAway(String what, Throwable cause) {
        super(what, cause);
    }

    public RegistryAway(String what) {
        super(what);
    }
}
