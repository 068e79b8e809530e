package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.launcher.up.Api;
import tranche.launcher.up.Api.Reply;
import tranche.launcher.up.Launched;
import tranche.launcher.up.Raise;
import tranche.portal.founding.DemoAccounts;

/**
 * The whole way from a site's claim to the money, over four processes and engines that were started apart. Each process is
 * killed in the middle of it, with a command in its hands.
 */
@Tag("broker")
@Tag("crash")
class PathApartTest {

    /** Generous: what was under way when its process was killed is sent again when its lease of 90 seconds is over. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String MANAGER = "fund-manager";
    private static final String APPROVER = "approver";

    @TempDir
    private static Path folder;

    private static int port;
    private static ServicesApart services;
    private static Insistent client;
    private static Hooks hooks;

    @BeforeAll
    static void start() throws IOException {
        hooks = new Hooks();
        port = Launched.freePort();
        services = new ServicesApart(folder, port);
        services.start(
                ServicesApart.PORTAL, ServicesApart.COMMITMENTS, ServicesApart.MILESTONES, ServicesApart.NOTIFICATIONS);
        client = new Insistent(port, services.folderOf(ServicesApart.PORTAL));
    }

    @AfterAll
    static void stop() {
        services.close();
        hooks.close();
    }

    /** Sends a command and kills the process that has it in its hands; the command's sender insists on an answer. */
    private static Reply killedMeanwhile(String service, Supplier<Reply> command) {
        var answer = CompletableFuture.supplyAsync(command);
        services.kill(service);
        return answer.join();
    }

    private static String hash(Reply of) {
        return "{\"contentHash\": \"" + of.text("contentHash") + "\"}";
    }

    /** The demo's investor is the fund's: two persons say so. */
    private static void bind(UUID investor) {
        Api once = new Api(port, services.folderOf(ServicesApart.PORTAL));
        UUID account = DemoAccounts.id(DemoAccounts.find("investor").orElseThrow());
        Reply asked = once.post(
                        "admin",
                        "/accounts/" + account + "/grants",
                        "{\"role\": \"investor\", \"scope\": {\"investorId\": \"" + investor + "\"}}",
                        "Idempotency-Key",
                        "grant")
                .with(202);
        client.post(APPROVER, "/approvals/" + asked.text("approvalId") + "/approval?service=portal", hash(asked));
    }

    /** An account's mail goes to its address, and its alerts to an endpoint that answers. */
    private static void listens(String account) {
        UUID id = DemoAccounts.id(DemoAccounts.find(account).orElseThrow());
        await().atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() -> client.patch(
                                MANAGER,
                                "/recipients/" + id,
                                "{\"email\": \"" + account
                                        + "@demo.example\", \"emailVerifiedBy\": \"subscription papers\"}")
                        .with(200));
        hooks.provedBy(
                client.post(account, "/webhook-endpoints", "{\"url\": \"" + hooks.url() + "\", \"types\": [\"*\"]}"));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(client.get(account, "/webhook-endpoints")
                                .body()
                                .at("/items/0/state")
                                .asText())
                        .isEqualTo("ACTIVE"));
    }

    /** Each of these once: what came twice, where an answer was lost, came under the same id. */
    private static void assertMailed(String address, String... subjects) throws IOException {
        for (String subject : subjects) {
            await().atMost(LIMIT)
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(mails(address, subject)).as(subject).hasSize(1));
        }
    }

    private static Set<String> mails(String address, String subject) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (JsonNode mail : new ObjectMapper().readTree(client.mails(port))) {
            if (mail.get("to").toString().contains(address)
                    && mail.get("subject").asText().contains(subject)) {
                ids.add(mail.at("/headers/Message-ID").toString());
            }
        }
        return ids;
    }

    private static UUID milestone(UUID programme) {
        // The service of milestones has to hear of the programme first.
        UUID project = await().atMost(LIMIT)
                .until(
                        () -> new Api(port, services.folderOf(ServicesApart.PORTAL))
                                .post(
                                        MANAGER,
                                        "/projects",
                                        """
                                        {"programmeId": "%s", "name": "Desert fab 1", "kind": "FAB", "region": "US-AZ",
                                         "country": "US", "zone": "UTC", "startDate": "2026-01-12",
                                         "sourceNote": "Announcement"}""".formatted(programme),
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString()),
                        reply -> reply.status() == 201)
                .id();
        return client.post(MANAGER, "/milestones", """
                {"projectId": "%s", "name": "Shell complete", "kind": "CONSTRUCTION", "baselineDate": "%s",
                 "durationDays": 20, "requiredEvidence": [], "quorum": 1, "sourceNote": "Plan"}""".formatted(project, TODAY.plusDays(30)))
                .id();
    }

    private static Reply tranche(UUID fund, UUID milestone) {
        String body = """
                {"fundId": "%s", "name": "Shell", "amount": {"value": "600.00", "currency": "USD"},
                 "conditions": [{"type": "MILESTONE_VERIFIED", "milestoneId": "%s"}]}""".formatted(fund, milestone);
        Reply draft = await().atMost(LIMIT)
                .until(
                        () -> new Api(port, services.folderOf(ServicesApart.PORTAL))
                                .post(
                                        MANAGER,
                                        "/tranches",
                                        body,
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString()),
                        reply -> reply.status() == 201);
        return client.post(APPROVER, "/tranches/" + draft.id() + "/approval", hash(draft));
    }

    private static JsonNode awaited(String path, String state) {
        return await().atMost(LIMIT)
                .ignoreExceptions()
                .until(
                        () -> client.get("auditor", path).body(),
                        body -> state.equals(body.path("state").asText()));
    }

    /** How often an account was told of each type. */
    private static Map<String, Long> told(String account) {
        List<String> types = new ArrayList<>();
        Reply alerts = client.get(account, "/alerts?limit=500").with(200);
        alerts.body().get("items").forEach(alert -> types.add(alert.get("type").asText()));
        return types.stream().collect(Collectors.groupingBy(type -> type, Collectors.counting()));
    }

    /** A forecast is told whenever it has changed, which depends on what was reckoned together; all else once. */
    private static void assertTold(String account, String... types) {
        Map<String, Long> once = Arrays.stream(types).collect(Collectors.toMap(type -> type, _ -> 1L));
        await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> {
            Map<String, Long> told = told(account);
            told.remove("FC-01");
            assertThat(told).as(account).isEqualTo(once);
        });
    }

    @Test
    @DisplayName("R1, R6, R7: each process is killed on the way from claim to receipt, and everybody is told once")
    void walks_from_claim_to_receipt_over_four_processes_that_are_killed() throws Exception {
        Raise raise = Raise.begin(client, "Chips");
        raise.closed(raise.accepted("1000.00").id());
        bind(raise.investor());
        UUID milestone = milestone(raise.programme());
        Reply locked = tranche(raise.fund(), milestone);
        listens("investor");
        assertThat(locked.text("state")).isEqualTo("LOCKED");

        killedMeanwhile(
                ServicesApart.MILESTONES,
                () -> client.post(
                        "site-reporter",
                        "/milestones/" + milestone + "/claim",
                        "{\"claimedDate\": \"" + TODAY + "\"}"));
        services.ready();
        client.submit("site-reporter", milestone, "CERTIFICATE", "beam,load\nA1,420\n")
                .with(200);
        killedMeanwhile(
                ServicesApart.MILESTONES,
                () -> client.post(
                        "verifier",
                        "/milestones/" + milestone + "/verification",
                        "{\"achievedDate\": \"" + TODAY + "\", \"statement\": \"Seen on site\"}"));
        services.kill(ServicesApart.COMMITMENTS);
        services.kill(ServicesApart.NOTIFICATIONS);
        JsonNode drafted = awaited("/tranches/" + locked.id(), "CALL_DRAFTED");
        String call = "/capital-calls/" + drafted.get("callId").asText();

        Reply draft = client.get("auditor", call).with(200);
        killedMeanwhile(ServicesApart.COMMITMENTS, () -> client.post(APPROVER, call + "/approval", hash(draft)));
        killedMeanwhile(ServicesApart.PORTAL, () -> client.post(MANAGER, call + "/issue", ""));
        JsonNode issued = awaited(call, "ISSUED");
        assertThat(issued.get("lines")).hasSize(1);
        assertThat(issued.at("/lines/0/amount/value").asText()).isEqualTo("600.00");
        awaited("/tranches/" + locked.id(), "RELEASED");

        killedMeanwhile(
                ServicesApart.NOTIFICATIONS,
                () -> client.post(MANAGER, "/receipts", """
                {"fundId": "%s", "bankAccount": "DE89370400440532013000", "entryReference": "E-1", "valueDate": "%s",
                 "amount": {"value": "600.00", "currency": "USD"}, "remittance": "%s"}""".formatted(
                        raise.fund(), TODAY, issued.at("/lines/0/reference").asText())));
        awaited(call, "PAID");

        assertThat(client.get("auditor", "/capital-calls?fundId=" + raise.fund())
                        .body()
                        .get("items"))
                .hasSize(1);
        assertTold("investor", "MS-03", "TR-01", "TR-02", "CC-03", "CC-05");
        assertTold(APPROVER, "CM-01", "TR-01", "CC-01", "CC-09");
        assertTold(
                MANAGER, "CM-01", "CM-02", "CM-03", "MS-01", "MS-03", "MS-06", "TR-01", "TR-02", "CC-01", "CC-02",
                "CC-05", "CC-09");
        assertTold("stakeholder", "MS-03", "MS-06", "TR-02");
        assertTold("verifier", "MS-01", "MS-02");
        assertTold("site-reporter", "MS-03");
        assertTold("auditor");
        for (int offset = 0; offset <= 3; offset++) {
            assertThat(status(port + offset, "/health/live")).isEqualTo(200);
            assertThat(status(port + offset, "/health/ready")).isEqualTo(200);
            assertThat(status(port + offset, "/metrics")).isEqualTo(200);
        }
        hooks.assertTold("MS-03", "TR-01", "TR-02", "CC-03", "CC-05");
        assertMailed("investor@demo.example", "Shell complete is verified", "Capital call: pay by", "Payment received");
        assertTracedToTheMail();
        services.assertVerified();
    }

    /** What was mailed and sent of the verification goes by the number of the command that verified. */
    private static void assertTracedToTheMail() {
        List<String> begun = correlations("milestones", "MilestoneAchieved");

        assertThat(begun).hasSize(1);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(correlations("notifications", "DeliverySent"))
                        .containsAll(begun));
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

    private static int status(int of, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + of + path))
                            .build(),
                    BodyHandlers.discarding());
            return answer.statusCode();
        }
    }
}
