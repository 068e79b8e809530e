package tranche.launcher.demo.load;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import tranche.launcher.demo.DemoPlan;
import tranche.world.file.PrivateFile;
import tranche.world.http.SocketHttpCalls;
import tranche.world.region.HolidayCalendars;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/**
 * The demo's data, brought in once for a data folder. A load that was interrupted goes on at the next start; one that is
 * complete is written down and never looked at again, so that whoever tries the demo may change what was loaded.
 */
public final class DemoIntake {

    /** What says in the data folder that all of it is in. */
    private static final String MARK = "demo-loaded";

    /** The day on which the load began: an interrupted one goes on with the same dates, whenever it does. */
    private static final String BEGUN = "demo-begun";

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int SHOWN_REFUSALS = 5;
    private static final int TENTHS = 10;

    private final Path mark;
    private final Path begun;
    private final URI origin;
    private final Tasks tasks;
    private final Clock clock;
    private final Consumer<String> say;
    private final Watcher watcher;

    /** Told how far a load is. */
    @FunctionalInterface
    public interface Watcher {

        /** Of all commands, how many are behind us; called from any thread, at the end with {@code done = all}. */
        void passed(int done, int all);
    }

    /**
     * @param folder the data folder
     * @param origin of the front door
     * @param say puts a line into the terminal
     */
    public DemoIntake(Path folder, URI origin, Tasks tasks, Clock clock, Consumer<String> say, Watcher watcher) {
        this.mark = folder.resolve(MARK);
        this.begun = folder.resolve(BEGUN);
        this.origin = origin;
        this.tasks = tasks;
        this.clock = clock;
        this.say = say;
        this.watcher = watcher;
    }

    /** Whether all of it is in. */
    public boolean isComplete() {
        return Files.exists(mark);
    }

    /**
     * Brings in what is not there yet.
     *
     * @param keys the API keys of the demo's accounts by username
     * @param bind told the investor to which the demo's investor account belongs, as soon as it is there
     * @return whether all of it is in now; if not, the terminal was told why
     */
    public boolean load(Map<String, String> keys, Consumer<UUID> bind) throws InterruptedException {
        if (isComplete()) {
            return true;
        }
        DemoPlan plan = DemoPlan.whole(begun(), new HolidayCalendars());
        int all = plan.size();
        say.accept("demo data: bringing in " + all + " commands");
        try (SocketHttpCalls http = new SocketHttpCalls(CONNECT_LIMIT)) {
            Sender sender = new Sender(origin, keys, http, tasks);
            AtomicInteger told = new AtomicInteger();
            IntConsumer progress = done -> {
                watcher.passed(done, all);
                int tenth = done * TENTHS / all;
                if (told.getAndAccumulate(tenth, Math::max) < tenth && tenth < TENTHS) {
                    say.accept("demo data: " + done + " of " + all);
                }
            };
            List<String> refusals = new Load(plan, sender, tasks, progress, bind).run();
            if (!refusals.isEmpty()) {
                complain(refusals);
                return false;
            }
        }
        PrivateFile.write(mark, all + "\n");
        say.accept("demo data: all in");
        return true;
    }

    private LocalDate begun() {
        return PrivateFile.read(begun)
                .map(text -> LocalDate.parse(text.strip()))
                .orElseGet(() -> {
                    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
                    PrivateFile.write(begun, today + "\n");
                    return today;
                });
    }

    private void complain(List<String> refusals) {
        say.accept("demo data: " + refusals.size() + " not brought in; the next start tries again");
        refusals.stream().limit(SHOWN_REFUSALS).forEach(refusal -> say.accept("  " + refusal));
    }
}
