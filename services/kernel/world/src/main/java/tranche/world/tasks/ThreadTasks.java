package tranche.world.tasks;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks on virtual threads. */
public final class ThreadTasks implements Tasks {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTasks.class);

    /** How long a stop waits for a task's end: one transaction's time-out and some. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    @Override
    public Task start(String name, Body body) {
        Thread thread = Thread.ofVirtual().name(name).start(() -> run(name, body));
        return new Task() {
            @Override
            public boolean isRunning() {
                return thread.isAlive();
            }

            @Override
            public void close() {
                thread.interrupt();
                try {
                    if (!thread.join(STOP_LIMIT)) {
                        LOG.warn("task {} did not end within {}", name, STOP_LIMIT);
                    }
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private static void run(String name, Body body) {
        try {
            body.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error failed) {
            LOG.error("task {} ended", name, failed);
        }
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }
}
