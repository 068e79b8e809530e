package tranche.engines.process;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator of an engine that ends though nobody stopped it. */
public final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private volatile boolean stopping;

    private Watch() {}

    /**
     * Watches a process until it ends.
     *
     * @param name what people call it
     * @param output where what it said is kept
     */
    public static Watch over(Process process, String name, Path output) {
        Watch watch = new Watch();
        var _ = process.onExit().thenAccept(ended -> watch.tell(ended, name, output));
        return watch;
    }

    private void tell(Process ended, String name, Path output) {
        if (!stopping) {
            LOG.error(
                    "{} ended by itself (code {}) and is not started again: stop Tranche and start it on the same folder, which"
                            + " recovers. What {} said is in {}",
                    name,
                    ended.exitValue(),
                    name,
                    output);
        }
    }

    /** It is being stopped: its end is no news. */
    public void stopping() {
        stopping = true;
    }
}
