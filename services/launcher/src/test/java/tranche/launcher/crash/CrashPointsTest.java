package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tranche.launcher.up.Api;
import tranche.launcher.up.Kept;
import tranche.launcher.up.Launched;
import tranche.launcher.up.Raise;

/**
 * The power fails at each planned point, one after the other in one deployment under load: the process that recovers from
 * one crash is the next to end, some of them while they still recover. What was acknowledged is there after each of them,
 * and in the end every command has happened once.
 */
@Tag("broker")
@Tag("crash")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashPointsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Of all amounts of this test, the one that the portal cannot keep. */
    private static final String UNBEARABLE = "666.66";

    @TempDir
    private static Path folder;

    private static ServicesApart services;
    private static Insistent client;
    private static Load load;

    /** When a process that was started to crash does so. */
    enum Moment {

        /** It has recovered from the crash before, everything was looked at, and commands have come and gone. */
        AT_WORK(12),

        /** It has not yet recovered from the crash before. */
        IN_RECOVERY(1),

        /** Something was done that brings it to the point; else it would not get there. */
        ON_PURPOSE(1);

        private final int hit;

        Moment(int hit) {
            this.hit = hit;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        int port = Launched.freePort();
        services = new ServicesApart(folder, port);
        services.start(ServicesApart.PORTAL);
        client = new Insistent(port, services.folderOf(ServicesApart.PORTAL));
        load = new Load(client);
        client.hold();
        load.start();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @Order(1)
    @DisplayName("R1, R3, R4, R6, R10: whatever was acknowledged before a crash is there after it")
    @ParameterizedTest(name = "{0} {1}, {2}")
    @CsvSource({
        "FP01, writer.dequeued, AT_WORK",
        "FP02, writer.keys-inserted, AT_WORK",
        "FP03, writer.state-saved, AT_WORK",
        "FP04, writer.before-commit, AT_WORK",
        "FP05, writer.commit-sent, AT_WORK",
        "FP06, writer.committed, IN_RECOVERY",
        "FP07, writer.half-told, AT_WORK",
        "FP08, relay.leading, IN_RECOVERY",
        "FP09, relay.rows-read, AT_WORK",
        "FP10, relay.half-sent, AT_WORK",
        "FP11, relay.acknowledged, IN_RECOVERY",
        "FP12, relay.place-moved, AT_WORK",
        "FP13, relay.schema-fetched, ON_PURPOSE",
        "FP14, inbox.polled, AT_WORK",
        "FP15, inbox.marks-raised, IN_RECOVERY",
        "FP16, inbox.effects-done, AT_WORK",
        "FP17, inbox.committed, AT_WORK",
        "FP18, inbox.parked, ON_PURPOSE",
        "FP19, inbox.assigned, IN_RECOVERY",
    })
    void loses_nothing_and_doubles_nothing(String id, String point, Moment moment) {
        String service = point.startsWith("inbox.") ? ServicesApart.PORTAL : ServicesApart.COMMITMENTS;
        services.startToCrash(service, point, moment.hit);
        if (moment != Moment.IN_RECOVERY) {
            services.ready();
            load.assertKept();
        }
        client.goOn();
        try {
            bringAbout(point);
            services.awaitCrash(service, id + " " + point);
        } finally {
            client.hold();
        }
    }

    private static void bringAbout(String point) {
        switch (point) {
            case "relay.schema-fetched" -> load.beside(CrashPointsTest::callOff);
            case "inbox.parked" -> {
                services.kept()
                        .tamper(
                                "portal",
                                "alter table raise_commitment add constraint unbearable check (amount <> " + UNBEARABLE
                                        + ")");
                load.beside(insistent -> draft(insistent, UNBEARABLE));
            }
            default -> {}
        }
    }

    /** An event of a type that was not sent before. */
    private static void callOff(Api api) {
        UUID commitment = draft(api, "1.00");
        api.post("fund-manager", "/commitments/" + commitment + "/cancellation", "{\"reason\": \"No longer wanted\"}");
    }

    private static UUID draft(Api api, String amount) {
        Raise raise = Raise.begin(api, "Beside " + amount);
        return api.post("fund-manager", "/commitments", raise.draft(amount)).id();
    }

    @Test
    @Order(2)
    @DisplayName("R1 to R6: after all crashes every command has happened once, and the auditor finds nothing")
    void is_whole_in_the_end() throws Exception {
        services.start(ServicesApart.COMMITMENTS, ServicesApart.PORTAL);
        load.assertKept();
        client.goOn();
        load.finish();

        assertThat(client.repeated()).as("commands that a crash left unknown").isPositive();
        assertThat(load.found()).isEqualTo(load.acknowledged());
        client.assertAnsweredAlike(client.acknowledged());
        handTheParkedRecordAgain();
        new Settling(services.kept()).await();
        services.assertVerified();
    }

    /** One letter, however often its record was parked; and once the fault is mended its key flows again. */
    private static void handTheParkedRecordAgain() {
        JsonNode letters = await().atMost(LIMIT)
                .until(
                        () -> client.get("admin", "/dead-letters?service=portal")
                                .with(200)
                                .body()
                                .path("items"),
                        items -> !items.isEmpty());
        assertThat(letters).hasSize(1);
        Kept kept = services.kept();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(kept.sent("commitments.events.dead"))
                        .extracting(Kept.Sent::type)
                        .containsOnly("tranche.commitments.CommitmentDrafted"));
        kept.tamper("portal", "alter table raise_commitment drop constraint unbearable");
        String letter = letters.get(0).path("id").asText();
        client.post("admin", "/dead-letters/" + letter + "/replay?service=portal", "");
    }
}
