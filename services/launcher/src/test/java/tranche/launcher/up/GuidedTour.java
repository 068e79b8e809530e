package tranche.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** The five minutes of the README, step by step, as its reader takes them: over the front door and on the pages named there. */
final class GuidedTour {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SHELL = "Shell complete";

    private final Api api;
    private final int port;

    /** @param port of the launcher, whose mailbox is beside it */
    GuidedTour(Api api, int port) {
        this.api = api;
        this.port = port;
    }

    /** Whether all of the demo's data is in and has reached the pages. */
    void awaitData() {
        await().atMost(LIMIT.multipliedBy(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> api.page("investor", "/home").contains("The main transformer comes fifteen weeks later"));
        await("the investor to be told of all that its home page shows")
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.get("investor", "/alerts?limit=500")
                                .with(200)
                                .body()
                                .findValuesAsText("type"))
                        .contains("CM-03", "CC-03", "MS-05", "FC-01"));
    }

    void walk() {
        findsTheRealSites();
        JsonNode shell = verifies();
        UUID call = seesTheCall(shell);
        approvesAndIssues(call);
        readsTheNotice(call);
        String secret = listens();
        reportsADelay();
        readsTheWebhook(secret);
    }

    /** 1. What is real, with its sources. */
    private void findsTheRealSites() {
        assertThat(api.page("fund-manager", "/projects"))
                .contains("Samsung Electronics: Taylor fabs", "Desert fab (fictitious)");
        UUID site = id("/projects", "name", "Samsung Electronics: Taylor fabs and R&D; Austin expansion");
        assertThat(api.page("fund-manager", "/projects/" + site))
                .contains("Taylor production start", "Aid: up to USD 4,745,000,000", "www.kxan.com", "+730 days");
    }

    /** 2. Verify: the site's claim, by somebody who had no hand in it. */
    private JsonNode verifies() {
        JsonNode shell = one("/milestones", "name", SHELL);
        UUID site = UUID.fromString(shell.get("projectId").asText());
        assertThat(api.page("verifier", "/projects/" + site)).contains(SHELL, "Claimed, with evidence", "Verify…");
        Api.Reply verified = api.post(
                        "verifier",
                        "/milestones/" + shell.get("id").asText() + "/verification",
                        "{\"achievedDate\": \"" + shell.get("claimedDate").asText()
                                + "\", \"statement\": \"Seen on the site: the roof is closed.\"}")
                .with(200);
        assertThat(verified.text("state")).isEqualTo("ACHIEVED");
        return shell;
    }

    /** 3. The call that this unlocks is there by itself, and says why. */
    private UUID seesTheCall(JsonNode shell) {
        await().atMost(LIMIT).until(() -> api.page("approver", "/calls"), page -> page.contains("$42,000,000,000.00"));
        JsonNode call = one("approver", "/capital-calls", "purpose", "Shell");
        assertThat(call.get("state").asText()).isEqualTo("DRAFT");
        assertThat(call.at("/cause/milestoneIds/0").asText())
                .isEqualTo(shell.get("id").asText());
        UUID id = UUID.fromString(call.get("id").asText());
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.page("approver", "/calls/" + id))
                        .contains("Why this call exists", SHELL, "Approve $42.0bn"));
        // Who verified has no part in the money.
        assertThat(api.get("verifier", "/capital-calls/" + id).status()).isIn(403, 404);
        return id;
    }

    /** 4. One approves what was shown, another issues it. */
    private void approvesAndIssues(UUID call) {
        String hash = api.get("approver", "/capital-calls/" + call).with(200).text("contentHash");
        String approval = "{\"contentHash\": \"" + hash + "\"}";
        String place = "/capital-calls/" + call;
        assertThat(api.post("fund-manager", place + "/approval", approval).status())
                .isEqualTo(403);
        api.post("approver", place + "/approval", approval).with(200);
        assertThat(api.page("fund-manager", "/calls/" + call)).contains("Issue to 22 investors");
        api.post("fund-manager", place + "/issue", "{}", "Idempotency-Key", "tour-issue")
                .with(200);
    }

    /** 5. The investor is told, finds what to pay, and what it is for. */
    private void readsTheNotice(UUID call) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.page("investor", "/home"))
                        .contains("2 calls to pay", "/calls/" + call, "Payment reference"));
        assertThat(api.page("investor", "/calls/" + call)).contains("$6,497,099,509.15", SHELL);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.page("investor", "/alerts"))
                        .contains("Capital call: USD", "Shell complete is verified"));
        String alert = api.get("investor", "/alerts?limit=500")
                .with(200)
                .body()
                .get("items")
                .valueStream()
                .filter(one -> one.at("/cause/subject/id").asText().equals(call.toString()))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        assertThat(api.page("investor", "/alerts/" + alert))
                .contains(
                        "From evidence to this alert",
                        "Counts as verified",
                        "Call drafted",
                        "Call approved",
                        "Call issued");
        String line = api.get("investor", "/capital-calls/" + call)
                .with(200)
                .body()
                .at("/lines/0/id")
                .asText();
        assertThat(api.page("investor", "/calls/" + call)).contains("Open notice", "Check notice", line);
        JsonNode notice = api.json("investor", "/capital-calls/" + call + "/lines/" + line + "/notice")
                .with(200)
                .body();
        assertThat(notice.toString()).contains("6497099509.15", SHELL);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.mails(port, "Capital call RF"))
                        .extracting(mail -> mail.get("to").asText())
                        .anyMatch(to -> to.contains("investor@demo.example")));
    }

    /** 6. The same goes to a program: the mailbox of this machine stands in for one. */
    private String listens() {
        Api.Reply made = api.post(
                        "investor",
                        "/webhook-endpoints",
                        "{\"url\": \"http://localhost:" + (port + 6) + "/hooks\", \"types\": [\"*\"]}")
                .with(201);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.get("investor", "/webhook-endpoints/" + made.id())
                                .text("state"))
                        .isEqualTo("ACTIVE"));
        assertThat(api.mails(port, "Webhook: endpoint.test")).hasSize(1);
        assertThat(api.page("investor", "/operations/endpoints/" + made.id()))
                .contains("localhost:" + (port + 6), "Delivered");
        return made.text("secret");
    }

    /** 7. A site reports a delay, and the forecast says what it does and why. */
    private void reportsADelay() {
        String reason = "The switchgear failed its test (tour).";
        JsonNode power = one("/milestones", "name", "Substation energised");
        LocalDate later = LocalDate.parse(power.get("forecastDate").asText()).plusDays(60);
        api.post(
                        "site-reporter",
                        "/milestones/" + power.get("id").asText() + "/reschedule",
                        "{\"forecastDate\": \"" + later + "\", \"reason\": \"" + reason + "\"}")
                .with(200);
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(api.page("investor", "/home")).contains("Why my forecast changed", reason));
    }

    /** What came there is signed with the secret that was shown once. */
    private void readsTheWebhook(String secret) {
        await().atMost(LIMIT).until(() -> !api.mails(port, "Webhook: FC-01").isEmpty());
        JsonNode sent = api.mails(port, "Webhook: FC-01").getFirst();
        assertThat(sent.at("/headers/webhook-signature").asText())
                .isEqualTo(Signed.by(
                        secret,
                        sent.at("/headers/webhook-id").asText(),
                        sent.at("/headers/webhook-timestamp").asText(),
                        sent.get("text").asText()));
    }

    private UUID id(String path, String field, String value) {
        return UUID.fromString(one(path, field, value).get("id").asText());
    }

    private JsonNode one(String path, String field, String value) {
        return one("auditor", path, field, value);
    }

    private JsonNode one(String account, String path, String field, String value) {
        return api.all(account, path).stream()
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " has no " + value));
    }
}
