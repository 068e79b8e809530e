package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import tranche.launcher.up.Api;
import tranche.launcher.up.Api.Reply;
import tranche.launcher.up.Raise;
import tranche.portal.founding.DemoAccounts;

/** What people do on the way from a site's claim to the money, each command under the insistence of its sender. */
final class Way {

    /** Generous: what was under way when its process was killed is sent again when its lease of 90 seconds is over. */
    static final Duration LIMIT = Duration.ofMinutes(5);

    static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    static final String MANAGER = "fund-manager";
    static final String APPROVER = "approver";
    static final String REPORTER = "site-reporter";
    static final String VERIFIER = "verifier";
    static final String BOTH = "verifier-approver";
    static final String INVESTOR = "investor";

    private static final int SERVICE_UNAVAILABLE = 503;

    private final Insistent client;
    private final Api once;
    private final Raise raise;
    private final UUID project;

    /** A fund of an investor whose account is the demo's, and a project whose service has heard of the programme. */
    Way(Insistent client, Api once) {
        this.client = client;
        this.once = once;
        raise = Raise.begin(client, "Chips");
        raise.closed(raise.accepted("1000.00").id());
        // The demo's investor is the fund's.
        grant(INVESTOR, "investor", "{\"investorId\": \"" + raise.investor() + "\"}");
        project = heard("/projects", """
                {"programmeId": "%s", "name": "Desert fab 1", "kind": "FAB", "region": "US-AZ",
                 "country": "US", "zone": "UTC", "startDate": "2026-01-12",
                 "sourceNote": "Announcement"}""".formatted(raise.programme())).id();
    }

    UUID programme() {
        return raise.programme();
    }

    UUID fund() {
        return raise.fund();
    }

    UUID project() {
        return project;
    }

    static UUID account(String name) {
        return DemoAccounts.id(DemoAccounts.find(name).orElseThrow());
    }

    static String hash(Reply of) {
        return "{\"contentHash\": \"" + of.text("contentHash") + "\"}";
    }

    /** An account may do more from now on: two persons say so. */
    void grant(String account, String role, String scope) {
        Reply asked = once.post(
                        "admin",
                        "/accounts/" + account(account) + "/grants",
                        "{\"role\": \"" + role + "\", \"scope\": " + scope + "}",
                        "Idempotency-Key",
                        "grant of " + role)
                .with(202);
        client.post(BOTH, "/approvals/" + asked.text("approvalId") + "/approval?service=portal", hash(asked));
    }

    /** Makes what names something that the service has yet to hear of. */
    private Reply heard(String collection, String body) {
        return await().atMost(LIMIT)
                .until(
                        () -> once.post(
                                MANAGER,
                                collection,
                                body,
                                "Idempotency-Key",
                                UUID.randomUUID().toString()),
                        reply -> reply.status() == 201);
    }

    UUID milestone(String name) {
        return milestone(name, 1);
    }

    /** @param quorum how many verifiers it takes */
    UUID milestone(String name, int quorum) {
        return client.post(MANAGER, "/milestones", """
                {"projectId": "%s", "name": "%s", "kind": "CONSTRUCTION", "baselineDate": "%s",
                 "durationDays": 20, "requiredEvidence": [], "quorum": %d, "sourceNote": "Plan"}""".formatted(project, name, TODAY.plusDays(30), quorum))
                .id();
    }

    /** A tranche that waits for a milestone, approved by a second person. */
    Reply locked(UUID milestone, String amount) {
        Reply draft = heard("/tranches", """
                {"fundId": "%s", "name": "Shell", "amount": {"value": "%s", "currency": "USD"},
                 "conditions": [{"type": "MILESTONE_VERIFIED", "milestoneId": "%s"}]}""".formatted(raise.fund(), amount, milestone));
        return client.post(APPROVER, "/tranches/" + draft.id() + "/approval", hash(draft));
    }

    Reply claim(UUID milestone) {
        return client.post(REPORTER, "/milestones/" + milestone + "/claim", "{\"claimedDate\": \"" + TODAY + "\"}");
    }

    Reply show(UUID milestone) {
        return client.submit(REPORTER, milestone, "CERTIFICATE", certificate(milestone))
                .with(200);
    }

    /** What is shown of a milestone: a file of its own. */
    static String certificate(UUID milestone) {
        return "beam,load\n" + milestone + ",420\n";
    }

    Reply verify(UUID milestone, String... headers) {
        return client.post(VERIFIER, "/milestones/" + milestone + "/verification", finding(), headers);
    }

    static String finding() {
        return "{\"achievedDate\": \"" + TODAY + "\", \"statement\": \"Seen on site\"}";
    }

    /** A waiver for a tranche, proposed by whoever has just seen it made, and waits with that for a service that has not. */
    Reply waiverFor(UUID milestone, Reply tranche) {
        String seen = tranche.raw().headers().firstValue("Tranche-Position").orElseThrow();
        String body = "{\"trancheIds\": [\"" + tranche.id() + "\"], \"expires\": \"" + TODAY.plusDays(9)
                + "\", \"reason\": \"Agreed\"}";
        return await().atMost(LIMIT)
                .until(
                        () -> once.post(
                                MANAGER,
                                "/milestones/" + milestone + "/waiver",
                                body,
                                "Idempotency-Key",
                                "waiver",
                                "Tranche-Position",
                                seen),
                        reply -> reply.status() != SERVICE_UNAVAILABLE);
    }

    /** The fund's investors have been told when a tranche is to be expected. */
    void expected(Reply tranche) {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> client.get("auditor", "/forecasts?fundId=" + raise.fund())
                        .with(200)
                        .body()
                        .toString()
                        .contains(tranche.id().toString()));
    }

    /** The site says that a milestone will be late. */
    Reply slip(UUID milestone, String reason) {
        return client.post(
                REPORTER,
                "/milestones/" + milestone + "/reschedule",
                "{\"forecastDate\": \"" + TODAY.plusDays(90) + "\", \"reason\": \"" + reason + "\"}");
    }

    /** Money for the first line of a call. */
    Reply pay(String entry, JsonNode call) {
        return client.post(MANAGER, "/receipts", """
                {"fundId": "%s", "bankAccount": "DE89370400440532013000", "entryReference": "%s", "valueDate": "%s",
                 "amount": {"value": "%s", "currency": "USD"}, "remittance": "%s"}""".formatted(
                        raise.fund(),
                        entry,
                        TODAY,
                        call.at("/lines/0/amount/value").asText(),
                        call.at("/lines/0/reference").asText()));
    }

    JsonNode awaited(String path, String state) {
        return await().atMost(LIMIT)
                .ignoreExceptions()
                .until(
                        () -> client.get("auditor", path).body(),
                        body -> state.equals(body.path("state").asText()));
    }

    /** An account's mail goes to its address. */
    void writesTo(String account) {
        writesTo(account, "en");
    }

    void writesTo(String account, String language) {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() -> client.patch(
                                MANAGER,
                                "/recipients/" + account(account),
                                "{\"email\": \"" + address(account)
                                        + "\", \"emailVerifiedBy\": \"subscription papers\", \"language\": \""
                                        + language
                                        + "\"}")
                        .with(200));
    }

    static String address(String account) {
        return account + "@demo.example";
    }

    /** An account's alerts go to an endpoint that has answered. */
    void listens(String account, Hooks hooks, String path, String type) {
        hooks.provedBy(
                path,
                client.post(
                        account,
                        "/webhook-endpoints",
                        "{\"url\": \"" + hooks.url(path) + "\", \"types\": [\"" + type + "\"]}"));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(client.get(account, "/webhook-endpoints")
                                .body()
                                .at("/items/0/state")
                                .asText())
                        .isEqualTo("ACTIVE"));
    }
}
