package tranche.world.tasks;

import java.time.Duration;

/** Starts what runs beside the callers, and lets it wait. */
public interface Tasks {

    /**
     * Runs a body on a thread of its own until it returns or is stopped. What the body throws is logged and ends it.
     *
     * @param name of the thread, for logs and thread dumps, for instance {@code commitments-relay}
     */
    Task start(String name, Body body);

    /** Waits. */
    void sleep(Duration duration) throws InterruptedException;

    /** What a task does; it ends soon after an interrupt. */
    @FunctionalInterface
    interface Body {
        void run() throws Exception;
    }

    /** Something that runs. */
    interface Task extends AutoCloseable {

        boolean isRunning();

        /** Interrupts the task and waits at most ten seconds for its end. */
        @Override
        void close();
    }
}
