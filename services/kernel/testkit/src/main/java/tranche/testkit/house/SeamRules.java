package tranche.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Clock, chance, threads, sockets and files are reached through {@code world} alone, so that one seed replays everything.
 *
 * <p>Three parts stand outside of what is replayed and use the machine as it is: the engines, which are other programs; the
 * launcher, which starts and stops a machine's processes and reads a person's files; the auditor, which is run on what a
 * replay has left. The testkit makes the fakes.
 */
final class SeamRules {

    private static final Set<String> CHANCE =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    private static final Set<String> FILES = Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.nio.channels.FileChannel",
            "java.nio.channels.AsynchronousFileChannel",
            "java.nio.file.FileSystems",
            "java.nio.file.Files");

    private static final Set<String> SOCKETS = Set.of(
            "java.net.DatagramSocket",
            "java.net.HttpURLConnection",
            "java.net.ServerSocket",
            "java.net.Socket",
            "java.net.URLConnection",
            "java.net.http.HttpClient",
            "java.net.http.HttpClient$Builder",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.DatagramChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.SocketChannel");

    private static final Set<String> POOLS = Set.of(
            "java.util.Timer",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.concurrent.ThreadPoolExecutor");

    private SeamRules() {}

    static List<ArchRule> of(House house) {
        return List.of(
                only(house, "reads a clock", SeamRules::readsClock),
                only(house, "draws by chance", SeamRules::draws),
                only(house, "starts a thread or sleeps", SeamRules::startsThread),
                only(house, "opens a connection", SeamRules::opensConnection),
                only(house, "touches a file", access -> FILES.contains(owner(access))));
    }

    private static ArchRule only(House house, String deed, Predicate<JavaAccess<?>> isForbidden) {
        DescribedPredicate<JavaClass> held = house.services().or(house.partsOf("values", "flow", "web"));
        return noClasses()
                .that(held)
                .should()
                .accessTargetWhere(DescribedPredicate.describe(deed, isForbidden))
                .as("nobody but world " + deed);
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String owner = owner(access);
        return switch (access.getTarget().getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
            case "<init>" -> owner.equals("java.util.Date") && takesNothing(access);
            case "getInstance" -> owner.equals("java.util.Calendar");
            default -> owner.equals("java.time.Clock");
        };
    }

    private static boolean draws(JavaAccess<?> access) {
        String owner = owner(access);
        return CHANCE.contains(owner)
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || is(access, "java.lang.Math", "random")
                || is(access, "java.util.UUID", "randomUUID");
    }

    private static boolean startsThread(JavaAccess<?> access) {
        String owner = owner(access);
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.Thread" ->
                name.equals("<init>") || name.equals("sleep") || name.startsWith("start") || name.startsWith("of");
            case "java.util.concurrent.TimeUnit" -> name.equals("sleep");
            case "java.util.concurrent.locks.LockSupport" -> name.startsWith("park");
            case "java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage" ->
                name.endsWith("Async") && !takes(access, "java.util.concurrent.Executor");
            default -> POOLS.contains(owner) || name.equals("parallel") || name.equals("parallelStream");
        };
    }

    /** An address may be held and compared; looking a name up asks another machine. */
    private static boolean opensConnection(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        return switch (owner(access)) {
            case "java.net.InetAddress" ->
                name.startsWith("getBy") || name.startsWith("getAllBy") || name.equals("getLocalHost");
            case "java.net.URL" -> name.startsWith("open");
            default -> SOCKETS.contains(owner(access));
        };
    }

    private static boolean is(JavaAccess<?> access, String owner, String name) {
        return owner(access).equals(owner) && access.getTarget().getName().equals(name);
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }

    private static boolean takes(JavaAccess<?> access, String parameter) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals(parameter));
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }
}
