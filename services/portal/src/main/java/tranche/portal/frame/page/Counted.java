package tranche.portal.frame.page;

import java.util.OptionalInt;
import tranche.portal.session.domain.Visitor;

/** What waits for a person behind an entry of the menu, as whoever knows of it counts it. */
public interface Counted {

    /** More than these nobody counts: there are too many. */
    int MOST = 100;

    /** The entry behind which it waits. */
    MenuEntry entry();

    /** Whether anything of it can wait for the visitor: of whoever it cannot, nobody is asked. */
    boolean isFor(Visitor visitor);

    /**
     * How much waits for the visitor, at most {@link #MOST}; empty where whoever knows does not say. It may take as long as a
     * service takes to answer.
     */
    OptionalInt count(Visitor visitor);
}
