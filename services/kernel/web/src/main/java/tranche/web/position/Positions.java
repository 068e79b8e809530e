package tranche.web.position;

import java.time.Duration;
import tranche.flow.writer.Position;

/** What a service knows of how far it has come. */
public interface Positions {

    /**
     * Waits until this service's reads include a position.
     *
     * @return whether they do; false where the time is over
     */
    boolean await(Position position, Duration limit) throws InterruptedException;
}
