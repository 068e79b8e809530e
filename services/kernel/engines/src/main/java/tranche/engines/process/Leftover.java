package tranche.engines.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tranche.engines.Wait;

/**
 * Finds a program that outlived the JVM that started it. A process id alone proves nothing, since the system gives it to
 * others after a reboot: a process is ours only if its command line names our program and our folder.
 */
public final class Leftover {

    private Leftover() {}

    /**
     * The living process of that id, where it is ours.
     *
     * @param program the end of the executable's path, for instance {@code /bin/postgres}
     * @param argument what must stand in its command line, whole, as one argument
     */
    public static Optional<ProcessHandle> find(long pid, String program, String argument) {
        return ProcessHandle.of(pid).filter(process -> {
            ProcessHandle.Info info = process.info();
            return info.command().filter(command -> command.endsWith(program)).isPresent()
                    && info.arguments()
                            .filter(words -> List.of(words).contains(argument))
                            .isPresent();
        });
    }

    /** Waits until the process of that id is gone or is no longer ours. */
    public static boolean isGoneWithin(Duration limit, long pid, String program, String argument) {
        return Wait.until(() -> find(pid, program, argument).isEmpty(), limit);
    }
}
