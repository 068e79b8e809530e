package tranche.flow.writer;

import java.time.Duration;

/** A lane has more waiting than it can do in time: the command was not taken and may be sent again. */
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    public Overloaded(Duration retryAfter) {
        super("the writer's queue is full", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
