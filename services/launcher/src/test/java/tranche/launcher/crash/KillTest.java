package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.launcher.up.Kept;
import tranche.launcher.up.Launched;

/** Kill -9 of the all-in-one under load, again and again: nothing that was acknowledged is lost, nothing happens twice. */
@Tag("broker")
@Tag("crash")
class KillTest {

    private static final int KILLS = 5;

    /** Commands between a start and the next kill, at most: the moment is drawn among them. */
    private static final int MOST_COMMANDS = 300;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("R1, R3, R4, R6, R10: five kills at random moments, and afterwards every command has happened once")
    void loses_nothing_and_doubles_nothing() throws Exception {
        long seed = Long.getLong("tranche.seed", System.nanoTime());
        System.out.println("KillTest draws its moments with -Dtranche.seed=" + seed);
        Random random = new Random(seed);
        Path data = folder.resolve("data");
        int port = Launched.freePort();
        Launched launched = Launched.up(data, port, "--demo").ready();
        try {
            Insistent client = new Insistent(port, data);
            Load load = new Load(client);
            load.start();
            for (int kill = 1; kill <= KILLS; kill++) {
                load.awaitMore(1 + random.nextInt(MOST_COMMANDS));
                launched.kill();
                launched = Launched.up(data, port, "--demo").ready();
            }
            load.finish();

            assertThat(client.repeated())
                    .as("commands that a kill left unknown")
                    .isPositive();
            assertThat(load.found()).isEqualTo(load.acknowledged());
            new Settling(new Kept(data, port)).await();
            assertVerified(data);
            assertThat(launched.stop()).as(launched.said()).isZero();
            assertVerified(data);
        } finally {
            launched.close();
        }
    }

    /** The auditor, which shares no decision with what it audits, finds nothing: in use and standing still. */
    private static void assertVerified(Path data) {
        try (Launched verify = Launched.call("verify", "--data", data.toString())) {
            assertThat(verify.end()).as(verify.said()).isZero();
        }
    }
}
