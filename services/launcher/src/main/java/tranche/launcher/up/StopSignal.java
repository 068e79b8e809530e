package tranche.launcher.up;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C and SIGTERM: everything is stopped in order and the process ends with 0, for it did what it was asked.
 *
 * <p>Without that, a JVM that is told to stop ends with the signal's number, as if it had failed.
 */
final class StopSignal {

    private final CountDownLatch never = new CountDownLatch(1);
    private final Thread hook;

    private StopSignal(Thread hook) {
        this.hook = hook;
    }

    /** Stops the parts and gives up the folder when the signal comes. */
    static StopSignal on(Running running, DataFolder folder, PrintStream out) {
        Thread hook = new Thread(
                () -> {
                    out.println("Stopping");
                    running.close();
                    folder.close();
                    out.println("Stopped. Everything is kept in " + folder.path());
                    out.flush();
                    Runtime.getRuntime().halt(0);
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return new StopSignal(hook);
    }

    /** Waits for the signal; the process ends in here. */
    void await() throws InterruptedException {
        never.await();
    }

    /** Takes the signal's usual meaning back, for a start that failed; if it has come already, the process ends in here. */
    void giveUp() throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            never.await();
        }
    }
}
