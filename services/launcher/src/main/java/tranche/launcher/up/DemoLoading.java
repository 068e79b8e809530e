package tranche.launcher.up;

import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.Objects;
import tranche.launcher.demo.load.DemoAddresses;
import tranche.launcher.demo.load.DemoIntake;
import tranche.portal.founding.DemoAccounts;
import tranche.portal.founding.DemoProgress;
import tranche.world.tasks.Tasks;
import tranche.world.tasks.ThreadTasks;
import tranche.world.time.SystemClock;

/** Brings in the demo's data beside everything else, once the services take commands. */
final class DemoLoading {

    private DemoLoading() {}

    /** @param loaded called once all of it is in */
    static Tasks.Task start(DataFolder data, PortPlan ports, ApplicationContext portal, Steps steps, Runnable loaded) {
        Tasks tasks = new ThreadTasks();
        DemoAccounts accounts = portal.getBean(DemoAccounts.class);
        DemoProgress progress = portal.getBean(DemoProgress.class);
        URI origin = URI.create("http://127.0.0.1:" + ports.portal());
        DemoIntake demo = new DemoIntake(data.path(), origin, tasks, new SystemClock(), steps::say, progress::passed);
        return tasks.start("demo", () -> {
            try {
                if (demo.load(accounts.apiKeys(), accounts::bindInvestor)) {
                    String manager =
                            Objects.requireNonNull(accounts.apiKeys().get("fund-manager"), "the manager's key");
                    new DemoAddresses(origin, manager, tasks).give();
                    loaded.run();
                }
            } finally {
                progress.ended();
            }
        });
    }
}
