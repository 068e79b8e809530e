package tranche.auditor.event;

/** Bytes that are no event of the schema that they name. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
        super(why, null, false, false);
    }
}
