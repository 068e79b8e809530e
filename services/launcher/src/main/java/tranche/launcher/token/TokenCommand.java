package tranche.launcher.token;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tranche.launcher.CannotRun;
import tranche.launcher.RunningFolder;
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.ApiKey;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.domain.Username;
import tranche.portal.account.store.AccountViews;
import tranche.portal.account.store.ApiKeyRows;
import tranche.world.ids.Ids;
import tranche.world.ids.RandomIds;
import tranche.world.time.SystemClock;

/**
 * {@code ./tranche token --account USERNAME}: makes an API key of an account and prints it, once.
 *
 * <p>It asks for no password: whoever can read the data folder could read the whole database. The key goes as far as its
 * account's grants, expires, and is listed among the account's keys, where it can be taken back.
 */
@Command(
        name = "token",
        description = "Prints a new API key of an account of what runs on this machine.",
        mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {

    private static final int LONGEST_DAYS = 366;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--account", paramLabel = "USERNAME", required = true, description = "whose key it is")
    private String username = "";

    @Option(names = "--data", paramLabel = "DIR", description = "where everything is kept (default: ./data)")
    private Path data = Path.of("data");

    @Option(names = "--days", paramLabel = "N", description = "how long it holds (default: 30)")
    private int days = 30;

    @Override
    public Integer call() {
        if (days < 1 || days > LONGEST_DAYS) {
            throw new CannotRun("--days must lie between 1 and " + LONGEST_DAYS + ".");
        }
        RunningFolder folder = RunningFolder.find(data);
        String role = folder.portalUser();
        try (Connection connection =
                DriverManager.getConnection(folder.portalDatabase(), role, folder.databasePassword(role))) {
            Account account = Username.parse(username)
                    .flatMap(name -> find(connection, name))
                    .orElseThrow(() -> new CannotRun("there is no account " + username + "."));
            if (!account.isActive()) {
                throw new CannotRun("the account " + username + " is shut.");
            }
            ApiKey key = key(account, new SystemClock().now());
            OpaqueSecret secret = OpaqueSecret.of(ApiKey.PREFIX, new RandomIds().secret(OpaqueSecret.BYTES));
            ApiKeyRows.insert(connection, key, secret);
            spec.commandLine().getErr().println("A key of " + username + " until " + key.expiresAt() + ":");
            spec.commandLine().getOut().println(secret.text());
            return 0;
        } catch (SQLException away) {
            throw new CannotRun("the portal's database does not answer: " + away.getMessage());
        }
    }

    private ApiKey key(Account account, Instant now) {
        Ids ids = new RandomIds();
        return new ApiKey(
                ids.next(),
                account.id(),
                "./tranche token",
                ApiKey.SCOPES,
                now,
                now.plus(Duration.ofDays(days)),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Account> find(Connection connection, Username name) {
        try {
            return AccountViews.byUsername(connection, name);
        } catch (SQLException failed) {
            throw new CannotRun("the portal's database does not answer: " + failed.getMessage());
        }
    }
}
