package tranche.portal.raise;

import jakarta.inject.Singleton;
import java.time.Duration;
import tranche.flow.Flow;
import tranche.flow.writer.Position;
import tranche.portal.raise.domain.OwnWrites;

/** Waits for the read models by the marks of their consumers. */
@Singleton
final class OwnWritesInFlow implements OwnWrites {

    /** The contract's limit of a read that names a position. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Flow flow;

    OwnWritesInFlow(Flow flow) {
        this.flow = flow;
    }

    @Override
    public boolean await(String position) {
        return Position.parse(position).filter(this::reached).isPresent();
    }

    private boolean reached(Position position) {
        try {
            return flow.await(position, LIMIT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
