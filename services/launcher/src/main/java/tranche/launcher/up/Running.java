package tranche.launcher.up;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, to be stopped in the opposite order. */
final class Running implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;

    /** Keeps a part until the end; one that comes after the end is stopped at once. */
    <E extends AutoCloseable> E keep(E part) {
        synchronized (this) {
            if (!closed) {
                parts.push(part);
                return part;
            }
        }
        stop(part);
        return part;
    }

    /** Stops everything, the last started first; what was acknowledged is on disk already. */
    @Override
    public void close() {
        Deque<AutoCloseable> left;
        synchronized (this) {
            closed = true;
            left = new ArrayDeque<>(parts);
            parts.clear();
        }
        left.forEach(Running::stop);
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), failed);
        }
    }
}
