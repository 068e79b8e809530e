package tranche.engines.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tranche.engines.EngineException;

/**
 * Starts programs in a session of their own, so that Ctrl-C reaches only this JVM, which then stops them in order, and with
 * a signal that the kernel sends them should this JVM be killed.
 */
public final class ChildProcess {

    /** Where Linux keeps {@code setsid}, {@code setpriv} and {@code unshare} (package util-linux). */
    private static final List<Path> TOOL_FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"));

    /** The kernel sends the last signal when the <em>thread</em> that started a program ends; this one ends with the JVM. */
    private static final ExecutorService KEEPER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("engine-keeper").factory());

    /** How long a short command, such as one that makes an empty database, may take on a busy machine. */
    private static final long COMMAND_LIMIT_SECONDS = 120;

    private ChildProcess() {}

    /** Starts a program and returns at once. */
    public static Process start(Program program) {
        return launch(program, true);
    }

    /**
     * Runs a short command to its end.
     *
     * @return its exit code; what it said is in the program's output
     */
    public static int run(Program program) {
        Process process = launch(program, false);
        try {
            if (process.waitFor(COMMAND_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new EngineException(
                    program.command().getFirst() + " did not end within " + COMMAND_LIMIT_SECONDS + " seconds.");
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            throw interrupted(interrupted);
        }
    }

    private static Process launch(Program program, boolean endsWithThisJvm) {
        List<String> command = new ArrayList<>();
        tool("setsid").ifPresent(command::add);
        if (program.refusesRoot() && isRoot()) {
            // In a user namespace of its own the program is nobody inside, yet its files stay ours.
            command.add(tool("unshare").orElseThrow(ChildProcess::rootRefused));
            command.add("--user");
        }
        if (endsWithThisJvm) {
            // After unshare: a change of user would make the kernel forget the signal.
            tool("setpriv").ifPresent(setpriv -> command.addAll(List.of(setpriv, "--pdeathsig", program.lastSignal())));
        }
        command.addAll(program.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(program.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(program.output().toFile());
        builder.environment().putAll(program.environment());
        try {
            return KEEPER.submit(builder::start).get();
        } catch (ExecutionException failed) {
            throw new EngineException(
                    "Cannot start " + program.command().getFirst() + ": " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static boolean isRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException | UnsupportedOperationException noSuchSystem) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static Optional<String> tool(String name) {
        return TOOL_FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static EngineException rootRefused() {
        return new EngineException("PostgreSQL does not run as root and there is no `unshare` to become somebody else. "
                + "Start Tranche as another user, or install the package util-linux.");
    }

    private static EngineException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new EngineException("Interrupted while an engine was being started or stopped.", cause);
    }
}
