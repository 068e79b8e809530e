package tranche.launcher.verify;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tranche.auditor.Auditor;
import tranche.auditor.CannotVerify;
import tranche.auditor.Report;
import tranche.auditor.Settings;
import tranche.launcher.CannotRun;
import tranche.launcher.EnvironmentDefaults;
import tranche.launcher.Home;
import tranche.launcher.Tranche;
import tranche.launcher.up.FolderEngines;
import tranche.launcher.up.OwnStores;

/** {@code ./tranche verify}: recomputes everything that a data folder keeps, whether it is in use or stands still. */
@Command(
        name = "verify",
        description = "Recomputes chains, balances, topics and read models from outside, and names what does not hold.",
        defaultValueProvider = EnvironmentDefaults.class,
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", description = "where everything is kept (default: ./data)")
    private Path data = Path.of("data");

    @Option(names = "--json", description = "the result as one JSON object")
    private boolean json;

    @Mixin
    private OwnStores own = new OwnStores();

    private final PrintStream out = System.out;

    @Override
    public Integer call() {
        Path home = Home.folder();
        Report report = verify(data, home, own);
        out.println(json ? report.json() : report.text());
        out.flush();
        return report.holds() ? 0 : Tranche.DOES_NOT_HOLD;
    }

    /**
     * Verifies a data folder.
     *
     * @param home the folder in which the product was built
     * @param own the servers with which it was started, in place of the folder's
     * @throws CannotRun if there is nothing that could be verified
     */
    public static Report verify(Path data, Path home, OwnStores own) {
        try (FolderEngines engines = FolderEngines.of(data, home, own)) {
            engines.absent().forEach(service -> System.err.println(service + " has never run here: left out"));
            Map<String, Settings.Login> databases = engines.databases().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> login(entry.getValue())));
            return Auditor.verify(new Settings(databases, engines.kafka()), new ProgressLine(System.err));
        } catch (CannotVerify failed) {
            throw new CannotRun(String.valueOf(failed.getMessage()));
        }
    }

    private static Settings.Login login(FolderEngines.Database database) {
        return new Settings.Login(database.url(), database.user(), database.password());
    }
}
