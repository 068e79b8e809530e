package tranche.portal.raise.domain;

/** Lets a page show what its own form has just written. */
public interface OwnWrites {

    /**
     * Waits until the read models include a write, at most two seconds.
     *
     * @param position as the service answered it
     * @return false where the limit passed first, or the position is none: the page then shows what is known and says so
     */
    boolean await(String position);
}
