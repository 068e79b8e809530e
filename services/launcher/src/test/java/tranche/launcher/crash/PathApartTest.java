package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tranche.launcher.crash.Way.APPROVER;
import static tranche.launcher.crash.Way.INVESTOR;
import static tranche.launcher.crash.Way.LIMIT;
import static tranche.launcher.crash.Way.MANAGER;
import static tranche.launcher.crash.Way.REPORTER;
import static tranche.launcher.crash.Way.VERIFIER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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
import tranche.launcher.crash.Hooks.Hook;
import tranche.launcher.up.Api;
import tranche.launcher.up.Api.Reply;
import tranche.launcher.up.Launched;

/**
 * The whole way from a site's claim to the money, and from its slip to whoever has to pay later, over four processes and
 * engines that were started apart: each process is killed in the middle of it, whoever sends dies at each planned point, and
 * the broker goes away. In the end everybody was told exactly as promised.
 */
@Tag("broker")
@Tag("crash")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PathApartTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String INVESTORS = "/investor";
    private static final String VERIFIERS = "/verifier";
    private static final String NOBODYS = "/gone";
    private static final int UNAVAILABLE = 503;
    private static final int GONE = 410;
    private static final String LATE = "The crane is late";
    private static final String CONFIRM = "Confirm your e-mail address";

    @TempDir
    private static Path folder;

    private static int port;
    private static ServicesApart services;
    private static Insistent client;
    private static Hooks hooks;
    private static Hearing hearing;
    private static Audience followers;
    private static Way way;

    /** What was claimed when its first send died, by the point at which it did. */
    private static final Map<String, UUID> CLAIMED = new LinkedHashMap<>();

    /** What its site says will be late; empty until then. */
    private static Optional<UUID> slipped = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        hooks = new Hooks();
        port = Launched.freePort();
        services = new ServicesApart(folder, port);
        services.start(
                ServicesApart.PORTAL, ServicesApart.COMMITMENTS, ServicesApart.MILESTONES, ServicesApart.NOTIFICATIONS);
        Path accounts = services.folderOf(ServicesApart.PORTAL);
        client = new Insistent(port, accounts);
        hearing = new Hearing(client, port);
        followers = new Audience(client, hearing, List.of(INVESTOR, MANAGER));
        way = new Way(client, new Api(port, accounts));
    }

    @AfterAll
    static void stop() {
        followers.close();
        services.close();
        hooks.close();
    }

    /** Sends a command and kills the process that has it in its hands; the command's sender insists on an answer. */
    private static Reply killedMeanwhile(String service, Supplier<Reply> command) {
        var answer = CompletableFuture.supplyAsync(command);
        services.kill(service);
        return answer.join();
    }

    @Test
    @Order(1)
    @DisplayName(
            "R1, R6, R7: each process is killed on the way from claim to receipt, and everybody is told once, in a stream that goes"
                    + " on behind what it has told")
    void walks_from_claim_to_receipt_over_four_processes_that_are_killed() throws Exception {
        UUID milestone = way.milestone("Shell complete");
        Reply locked = way.locked(milestone, "600.00");
        way.writesTo("investor");
        way.listens("investor", hooks, INVESTORS, "*");
        assertThat(locked.text("state")).isEqualTo("LOCKED");

        killedMeanwhile(ServicesApart.MILESTONES, () -> way.claim(milestone));
        services.ready();
        way.show(milestone);
        killedMeanwhile(ServicesApart.MILESTONES, () -> way.verify(milestone, "traceparent", TRACE));
        services.kill(ServicesApart.COMMITMENTS);
        services.kill(ServicesApart.NOTIFICATIONS);
        JsonNode drafted = way.awaited("/tranches/" + locked.id(), "CALL_DRAFTED");
        String call = "/capital-calls/" + drafted.get("callId").asText();

        Reply draft = client.get("auditor", call).with(200);
        killedMeanwhile(ServicesApart.COMMITMENTS, () -> client.post(APPROVER, call + "/approval", Way.hash(draft)));
        followers.assertHeard(MANAGER, "CC-02");
        killedMeanwhile(ServicesApart.PORTAL, () -> client.post(MANAGER, call + "/issue", ""));
        JsonNode issued = way.awaited(call, "ISSUED");
        assertThat(issued.get("lines")).hasSize(1);
        assertThat(issued.at("/lines/0/amount/value").asText()).isEqualTo("600.00");
        way.awaited("/tranches/" + locked.id(), "RELEASED");

        followers.assertHeard(MANAGER, "TR-02");
        followers.assertHeard(INVESTOR, "CC-03");
        killedMeanwhile(ServicesApart.NOTIFICATIONS, () -> way.pay("E-1", issued));
        way.awaited(call, "PAID");

        assertThat(client.get("auditor", "/capital-calls?fundId=" + way.fund())
                        .body()
                        .get("items"))
                .hasSize(1);
        hearing.assertTold("investor", "MS-03", "TR-01", "TR-02", "CC-03", "CC-05");
        hearing.assertTold(APPROVER, "CM-01", "TR-01", "CC-01", "CC-09");
        hearing.assertTold(
                MANAGER, "CM-01", "CM-02", "CM-03", "MS-01", "MS-03", "TR-01", "TR-02", "CC-01", "CC-02", "CC-05",
                "CC-09");
        hearing.assertTold("stakeholder", "MS-03", "TR-02");
        hearing.assertTold(VERIFIER, "MS-01", "MS-02");
        hearing.assertTold(REPORTER, "MS-03");
        hearing.assertTold("auditor");
        for (int offset = 0; offset <= 3; offset++) {
            for (String path : List.of("/health/live", "/health/ready", "/metrics")) {
                assertThat(Probe.status(port + offset, path)).as(path).isEqualTo(200);
            }
        }
        hooks.assertTold(INVESTORS, "MS-03", "TR-01", "TR-02", "CC-03", "CC-05");
        hearing.assertMailed(
                "investor@demo.example", "Verified: Shell complete", "Capital call RF", "Payment received");
        assertTraced();
        followers.assertFollowed();
        // The portal that a stream came through was killed, and the service that tells it.
        assertThat(followers.resumed(MANAGER)).isGreaterThanOrEqualTo(2);
        assertThat(followers.resumed(INVESTOR)).isPositive();
    }

    /** What was mailed and sent of the verification goes by the trace that its client had begun, and by its number. */
    private static void assertTraced() throws IOException {
        List<String> begun = correlations("milestones", "MilestoneAchieved");
        assertThat(begun).hasSize(1);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(correlations("notifications", "DeliverySent"))
                        .containsAll(begun));
        assertThat(hooks.at(INVESTORS, "MS-03", ""))
                .isNotEmpty()
                .extracting(Hook::trace)
                .containsOnly(TRACE);
        assertThat(hooks.at(INVESTORS, "CC-05", ""))
                .isNotEmpty()
                .extracting(Hook::trace)
                .doesNotContain(TRACE, "");
        assertThat(hearing.mails("investor@demo.example", "Verified: Shell complete"))
                .isNotEmpty()
                .allSatisfy(mail ->
                        assertThat(mail.at("/headers/Traceparent").asText()).isEqualTo(TRACE));
    }

    private static List<String> correlations(String service, String type) {
        List<String> found = new ArrayList<>();
        client.get("auditor", "/audit/events?limit=500&service=" + service + "&type=" + type)
                .with(200)
                .body()
                .get("items")
                .forEach(event -> found.add(event.at("/data/head/correlationId").asText()));
        return found;
    }

    @Test
    @Order(2)
    @DisplayName(
            "R1, R7, D-34: each process is killed on the way from a slip to the calls that it moves, and it is told once")
    void tells_once_of_a_slip_though_each_process_on_its_way_is_killed() {
        UUID milestone = way.milestone("Roof closed");
        Reply locked = way.locked(milestone, "40.00");
        way.waiverFor(milestone, locked).with(202);
        way.expected(locked);

        killedMeanwhile(ServicesApart.MILESTONES, () -> way.slip(milestone, LATE));
        services.kill(ServicesApart.COMMITMENTS);
        services.kill(ServicesApart.NOTIFICATIONS);

        slipped = Optional.of(milestone);
        await().atMost(LIMIT).ignoreExceptions().untilAsserted(PathApartTest::assertToldOfTheSlip);
    }

    /** Whoever has another call to expect is told so and of the slip, the others of the slip alone, each once. */
    private static void assertToldOfTheSlip() {
        UUID milestone = slipped.orElseThrow();
        for (String account : List.of("investor", MANAGER)) {
            assertThat(hearing.times(account, "FC-01", LATE))
                    .as("FC-01 to " + account)
                    .isOne();
        }
        for (String account : List.of("investor", MANAGER, "stakeholder")) {
            assertThat(hearing.times(account, "MS-05", milestone))
                    .as("MS-05 to " + account)
                    .isOne();
        }
        for (String account : List.of(APPROVER, VERIFIER, REPORTER)) {
            assertThat(hearing.times(account, "MS-05", milestone))
                    .as("MS-05 to " + account)
                    .isZero();
        }
        assertThat(hooks.at(INVESTORS, "MS-05", milestone.toString()).stream()
                        .map(Hook::id)
                        .distinct())
                .hasSize(1);
    }

    @Order(3)
    @DisplayName("R7, R10: whoever sends dies")
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "FP22, delivery.claimed",
        "FP23, delivery.taken-up",
        "FP24, call.request-written",
        "FP25, delivery.answered",
        "FP26, delivery.end-unrecorded",
        "FP27, mail.taken",
        "FP28, delivery.retry-scheduled",
        "FP29, delivery.given-up",
    })
    void dies_where_what_leaves_the_house_is_half_done(String id, String point) {
        if (CLAIMED.isEmpty()) {
            way.listens(VERIFIER, hooks, VERIFIERS, "MS-01");
        }
        UUID milestone = way.milestone(point);
        if (point.startsWith("mail.")) {
            Sends.awaitMailsSettled(client);
        }
        services.startToCrash(ServicesApart.NOTIFICATIONS, point, 1);
        var done = CompletableFuture.supplyAsync(() -> bringAbout(point, milestone));

        services.awaitCrash(ServicesApart.NOTIFICATIONS, id + " " + point);

        hooks.takes(VERIFIERS);
        services.start(ServicesApart.NOTIFICATIONS);
        done.join();
    }

    /** One thing leaves the house. */
    private static Reply bringAbout(String point, UUID milestone) {
        return switch (point) {
            case "mail.taken" ->
                client.post(
                        "auditor",
                        "/recipients",
                        "{\"displayName\": \"Auditor\", \"language\": \"en\", \"timeZone\": \"UTC\","
                                + " \"email\": \"auditor@demo.example\"}");
            case "delivery.given-up" -> {
                hooks.answers(NOBODYS, GONE);
                yield client.post(
                        REPORTER,
                        "/webhook-endpoints",
                        "{\"url\": \"" + hooks.url(NOBODYS) + "\", \"types\": [\"MS-04\"]}");
            }
            default -> {
                if (point.equals("delivery.retry-scheduled")) {
                    hooks.answers(VERIFIERS, UNAVAILABLE);
                }
                CLAIMED.put(point, milestone);
                yield way.claim(milestone);
            }
        };
    }

    @Test
    @Order(4)
    @DisplayName("R1, R10, F03: while the broker is away what people do is taken, and what was taken before goes out")
    void goes_on_while_the_broker_is_away() {
        UUID called = way.milestone("Power on");
        Reply drafting = way.locked(called, "300.00");
        UUID awaiting = way.milestone("Tools in");
        Reply waiting = way.locked(awaiting, "50.00");
        UUID untouched = way.milestone("Permit");
        UUID heard = way.milestone("Water");
        for (UUID shown : List.of(called, awaiting)) {
            way.claim(shown);
            way.show(shown);
        }
        way.verify(called);
        JsonNode drafted = way.awaited("/tranches/" + drafting.id(), "CALL_DRAFTED");
        String call = "/capital-calls/" + drafted.get("callId").asText();
        hooks.answers(VERIFIERS, UNAVAILABLE);
        way.claim(heard);
        await().atMost(LIMIT)
                .until(() -> !hooks.at(VERIFIERS, "MS-01", heard.toString()).isEmpty());

        int repeated = client.repeated();
        Outage outage = Outage.begin(services, port + 1);
        hooks.takes(VERIFIERS);
        way.claim(untouched);
        way.show(untouched);
        way.verify(awaiting);
        client.post(APPROVER, call + "/approval", Way.hash(client.get("auditor", call)));
        Reply issued = client.post(MANAGER, call + "/issue", "");
        way.pay("E-2", issued.body());
        assertThat(client.get("auditor", call).text("state")).isEqualTo("PAID");
        assertThat(client.get("auditor", "/tranches/" + drafting.id()).text("state"))
                .isEqualTo("RELEASED");
        client.post(
                "stakeholder",
                "/recipients",
                "{\"displayName\": \"Stakeholder\", \"language\": \"en\", \"timeZone\": \"UTC\","
                        + " \"email\": \"stakeholder@demo.example\"}");
        hearing.assertMailed("stakeholder@demo.example", CONFIRM);
        await().atMost(LIMIT)
                .until(() -> hooks.at(VERIFIERS, "MS-01", heard.toString()).size() > 1);
        outage.lasts();
        assertThat(client.get("auditor", "/tranches/" + waiting.id()).text("state"))
                .isEqualTo("LOCKED");
        assertThat(client.repeated()).as("commands that were not taken at once").isEqualTo(repeated);
        outage.end();

        way.awaited("/tranches/" + waiting.id(), "CALL_DRAFTED");
        hearing.assertTold("investor", awaiting, "MS-03");
        hearing.assertTold("investor", issued.id(), "CC-03", "CC-05");
        hearing.assertTold(VERIFIER, untouched, "MS-01", "MS-02");
        new Settling(services.kept(), List.of("commitments", "milestones", "notifications", "portal")).await();
    }

    @Test
    @Order(5)
    @DisplayName("R6, R7: after all of it each alert has come once, or again under its id where its end was not known")
    void has_told_everybody_as_promised() throws IOException {
        Sends.awaitSettled(client);
        Sends sends = Sends.of(client, Way.account(VERIFIER));
        CLAIMED.forEach((point, milestone) ->
                sends.assertAsPromised(point, hooks.at(VERIFIERS, "MS-01", milestone.toString())));
        assertThat(hooks.at(VERIFIERS, "MS-01", String.valueOf(CLAIMED.get("call.request-written"))))
                .hasSizeGreaterThan(1);
        hooks.assertTold(VERIFIERS, "endpoint.test");
        hearing.assertMailed("auditor@demo.example", CONFIRM);
        assertThat(hearing.mails("auditor@demo.example", CONFIRM)).hasSize(2);
        assertThat(Sends.of(client, Way.account(REPORTER)).states()).containsExactly("FAILED");
        assertThat(hooks.at(NOBODYS))
                .extracting(Hook::id)
                .hasSize(2)
                .containsOnly(hooks.at(NOBODYS).getFirst().id());
        assertToldOfTheSlip();
        followers.assertFollowed();
        hearing.assertNoneTwice("investor", APPROVER, MANAGER, "stakeholder", VERIFIER, REPORTER);
        services.assertVerified();
    }
}
