package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tranche.launcher.crash.Way.APPROVER;
import static tranche.launcher.crash.Way.BOTH;
import static tranche.launcher.crash.Way.INVESTOR;
import static tranche.launcher.crash.Way.LIMIT;
import static tranche.launcher.crash.Way.MANAGER;
import static tranche.launcher.crash.Way.REPORTER;
import static tranche.launcher.crash.Way.VERIFIER;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.launcher.crash.Records.Event;
import tranche.launcher.up.Api;
import tranche.launcher.up.Api.Reply;
import tranche.launcher.up.Launched;
import tranche.launcher.up.NoticeSignature;

/**
 * The whole way from a site's claim to the money that is in, over four processes: each role does its part over HTTP, and nobody
 * does another's. After each step it is looked at what the topics have of it, and who was told of it: in the stream, in the inbox,
 * by mail, by webhook, and on a page.
 */
@Tag("broker")
class ClaimToReceiptTest {

    private static final String STAKEHOLDER = "stakeholder";
    private static final String HOOK = "/investor";
    private static final String SHELL = "Shell complete";

    @TempDir
    private static Path folder;

    private static ServicesApart services;
    private static Api api;
    private static Records records;
    private static Hooks hooks;
    private static Audience audience;
    private static Way way;

    @BeforeAll
    static void start() throws IOException {
        int port = Launched.freePort();
        hooks = new Hooks();
        services = new ServicesApart(folder, port);
        services.start(
                ServicesApart.PORTAL, ServicesApart.COMMITMENTS, ServicesApart.MILESTONES, ServicesApart.NOTIFICATIONS);
        Path accounts = services.folderOf(ServicesApart.PORTAL);
        api = new Api(port, accounts);
        Insistent client = new Insistent(port, accounts);
        records = new Records(services.kept().reader(), services.registry());
        audience = new Audience(
                api,
                new Hearing(client, port),
                List.of(REPORTER, VERIFIER, BOTH, APPROVER, MANAGER, INVESTOR, STAKEHOLDER));
        way = new Way(client, api);
        way.writesTo(INVESTOR, "fr");
        way.writesTo(MANAGER, "en");
        way.listens(INVESTOR, hooks, HOOK, "*");
        // Both may do the step of the other eyes, too: what stops them is what they have done before.
        way.grant(REPORTER, "verifier", "{\"programmeId\": \"" + way.programme() + "\"}");
        way.grant(APPROVER, "fund-manager", "{\"fundId\": \"" + way.fund() + "\"}");
    }

    @AfterAll
    static void stop() {
        audience.close();
        records.close();
        services.close();
        hooks.close();
    }

    @Test
    @DisplayName("a claim becomes money that is in: each role does its part, and each is told on every way that it has")
    void walks_from_claim_to_receipt() throws Exception {
        UUID milestone = way.milestone(SHELL, 2);
        UUID tranche = way.locked(milestone, "600.00").id();
        audience.assertTold(Map.of(MANAGER, "CM-01 CM-02 CM-03", APPROVER, "CM-01", BOTH, "CM-01"));

        theSiteClaims(milestone);
        Event achieved = twoPersonsVerify(milestone);
        String call = theTrancheDraftsACall(tranche, achieved);
        oneApproves(call);
        JsonNode line = anotherIssues(call, tranche);
        theInvestorReadsTheNotice(call, line);
        theMoneyComesIn(call, line);
        theStakeholderSeesWhatIsPublished(call);

        audience.assertFollowed();
        records.assertWithoutGaps();
    }

    /** 1. A claim, and a file that shows it, under the hash that the server finds. */
    private static void theSiteClaims(UUID milestone) {
        way.claim(milestone);
        way.show(milestone);

        Event claimed = records.awaited("MilestoneClaimed", milestone);
        Event shown = records.awaited("EvidenceSubmitted", milestone);
        assertThat(claimed.key()).isEqualTo(way.project().toString());
        assertDone(REPORTER, claimed);
        assertDone(REPORTER, shown);
        assertThat(shown.head("correlationId")).isNotEqualTo(claimed.head("correlationId"));
        assertThat(shown.text("/items/0/sha256")).isEqualTo(sha256(Way.certificate(milestone)));
        audience.assertTold(
                Map.of(VERIFIER, "MS-01 MS-02", BOTH, "MS-01 MS-02", REPORTER, "MS-01 MS-02", MANAGER, "MS-01"));
        audience.assertMailed(MANAGER, "en", "MS-01", "Shell complete is claimed, and not verified");
        assertRead(VERIFIER, "/projects/" + way.project(), SHELL, "Claimed, with evidence", "Verify…");
    }

    /** 2. Two who had no hand in it verify; whoever reports from the site does not, though it may verify others. */
    private static Event twoPersonsVerify(UUID milestone) {
        String verification = "/milestones/" + milestone + "/verification";
        assertRefused(api.post(REPORTER, verification, Way.finding(), "Idempotency-Key", "own"));

        assertThat(way.verify(milestone).text("state")).isEqualTo("VERIFIED");
        Reply second = api.post(BOTH, verification, Way.finding(), "Idempotency-Key", "second")
                .with(200);
        assertThat(second.text("state")).isEqualTo("ACHIEVED");

        List<Event> verified = records.awaited(2, "MilestoneVerified", milestone);
        Event achieved = records.awaited("MilestoneAchieved", milestone);
        assertDone(VERIFIER, verified.getFirst());
        assertDone(BOTH, verified.getLast());
        assertDone(BOTH, achieved);
        assertThat(achieved.text("/evidence/0")).isEqualTo(sha256(Way.certificate(milestone)));
        assertRead(REPORTER, "/milestones/" + milestone, "Counts as verified");
        return achieved;
    }

    /** 3. What was verified unlocks a tranche, and this drafts a call; nobody did that, and the events say what did. */
    private static String theTrancheDraftsACall(UUID tranche, Event achieved) {
        Event met = records.awaited("TrancheConditionsMet", tranche);
        Event drafted = records.awaited("CapitalCallDrafted", tranche);
        assertFollows(achieved, met);
        assertFollows(achieved, drafted);
        assertThat(drafted.key()).isEqualTo(way.fund().toString());
        String call = drafted.head("aggregateId");
        audience.assertTold(Map.of(
                REPORTER,
                "MS-03",
                STAKEHOLDER,
                "MS-03",
                INVESTOR,
                "MS-03 TR-01",
                MANAGER,
                "MS-03 TR-01 CC-01",
                APPROVER,
                "MS-03 TR-01 CC-01",
                BOTH,
                "TR-01 CC-01"));
        audience.assertMailed(INVESTOR, "fr", "MS-03", "Vérifié");
        hooks.assertTold(HOOK, "endpoint.test", "MS-03", "TR-01");
        assertRead(APPROVER, "/calls/" + call, "Why this call exists", SHELL, "Approve $600</button>");
        return call;
    }

    /** 4. Whoever verified does not approve what it releases; another does, by the hash of what is read. */
    private static void oneApproves(String call) {
        String approval = "/capital-calls/" + call + "/approval";
        String hash = Way.hash(api.get(APPROVER, "/capital-calls/" + call).with(200));
        assertRefused(api.post(BOTH, approval, hash, "Idempotency-Key", "who verified"));
        api.post(APPROVER, approval, hash, "Idempotency-Key", "another").with(200);

        assertDone(APPROVER, records.awaited("CapitalCallApproved", call));
        audience.assertTold(Map.of(MANAGER, "CC-02", APPROVER, "CC-02"));
        audience.assertMailed(MANAGER, "en", "CC-02", "approved");
        assertRead(MANAGER, "/calls/" + call, "Issue to 1 investor");
    }

    /** 5. Whoever approved does not issue; the manager does. */
    private static JsonNode anotherIssues(String call, UUID tranche) {
        String issue = "/capital-calls/" + call + "/issue";
        assertRefused(api.post(APPROVER, issue, "", "Idempotency-Key", "who approved"));
        Reply issued =
                api.post(MANAGER, issue, "", "Idempotency-Key", "manager").with(200);

        Event begun = records.awaited("CapitalCallIssued", call);
        Event lineIssued = records.awaited("CallLineIssued", call);
        Event released = records.awaited("TrancheReleased", tranche);
        assertDone(MANAGER, begun);
        assertThat(List.of(lineIssued, released))
                .extracting(event -> event.head("correlationId"))
                .containsOnly(begun.head("correlationId"));
        audience.assertTold(Map.of(INVESTOR, "CC-03 TR-02", MANAGER, "TR-02", APPROVER, "TR-02", STAKEHOLDER, "TR-02"));
        audience.assertMailed(INVESTOR, "fr", "CC-03", "Appel de fonds");
        hooks.assertTold(HOOK, "CC-03", "TR-02");
        assertThat(records.awaited(
                        2,
                        "DeliverySent",
                        audience.alert(INVESTOR, "CC-03").get("id").asText()))
                .as("by mail and by webhook, for the command that issued it")
                .extracting(event -> event.head("correlationId"))
                .containsOnly(begun.head("correlationId"));
        assertRead(INVESTOR, "/home", "1 call to pay", "/calls/" + call, "Payment reference");
        return issued.body().at("/lines/0");
    }

    /** 6. The investor reads what it owes in a notice that only this deployment can have signed. */
    private static void theInvestorReadsTheNotice(String call, JsonNode line) throws Exception {
        String path = "/capital-calls/" + call + "/lines/" + line.get("id").asText() + "/notice";
        HttpResponse<byte[]> notice = api.file(Optional.of(INVESTOR), path, "Accept", "application/json");
        HttpResponse<byte[]> pdf = api.file(Optional.of(INVESTOR), path, "Accept", "application/pdf");

        assertThat(new String(notice.body(), StandardCharsets.UTF_8))
                .contains("600.00", line.get("reference").asText());
        assertThat(new String(pdf.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        var signature = NoticeSignature.of(
                notice.body(), notice.headers().firstValue("Tranche-Signature").orElseThrow());
        OctetKeyPair key = await().atMost(LIMIT)
                .until(() -> signature.keyIn(api.open("/.well-known/jwks.json")), Optional::isPresent)
                .orElseThrow();
        assertThat(signature.isBy(key)).isTrue();
        assertThat(api.file(Optional.of(STAKEHOLDER), path).statusCode()).isEqualTo(404);
    }

    /** 7. Money arrives and is matched by the reference that the payer was given. */
    private static void theMoneyComesIn(String call, JsonNode line) {
        Reply receipt =
                way.pay("E-1", api.get(MANAGER, "/capital-calls/" + call).body());
        assertThat(receipt.text("state")).isEqualTo("MATCHED");
        assertThat(api.get("auditor", "/capital-calls/" + call).text("state")).isEqualTo("PAID");

        Event recorded = records.awaited("ReceiptRecorded", receipt.id());
        Event paid = records.awaited("CallLinePaid", line.get("id").asText());
        Event callPaid = records.awaited("CapitalCallPaid", call);
        assertDone(MANAGER, recorded);
        assertThat(List.of(paid, callPaid))
                .extracting(event -> event.head("correlationId"))
                .containsOnly(recorded.head("correlationId"));
        audience.assertTold(Map.of(INVESTOR, "CC-05", MANAGER, "CC-05 CC-09", APPROVER, "CC-05 CC-09", BOTH, "CC-09"));
        hooks.assertTold(HOOK, "CC-05");
        String messageId = audience.assertMailed(INVESTOR, "fr", "CC-05", "Paiement reçu");
        audience.assertMailedAgain(INVESTOR, "CC-05", messageId);
        assertRead(INVESTOR, "/calls/" + call, "Paid");
    }

    /** 8. Whoever follows a programme reads of what is built and released, and nothing of who pays. */
    private static void theStakeholderSeesWhatIsPublished(String call) {
        assertThat(api.get(STAKEHOLDER, "/capital-calls/" + call).status()).isEqualTo(404);
        assertRead(STAKEHOLDER, "/projects/" + way.project(), SHELL, "Counts as verified");
    }

    /** A person did it, over HTTP: nothing else caused it. */
    private static void assertDone(String account, Event event) {
        assertThat(event.head("actorId"))
                .as(event.type())
                .isEqualTo(Way.account(account).toString());
        assertThat(event.cause()).as(event.type()).isEmpty();
    }

    /** The product did it, because of the event, and for the command that had begun with it. */
    private static void assertFollows(Event cause, Event event) {
        assertThat(event.cause()).as(event.type()).isEqualTo(cause.id());
        assertThat(event.head("correlationId")).as(event.type()).isEqualTo(cause.head("correlationId"));
        assertThat(event.head("actorId")).as(event.type()).isEqualTo(new UUID(0, 0).toString());
    }

    private static void assertRefused(Reply refused) {
        assertThat(refused.with(403).text("type")).endsWith("/problems/four-eyes");
    }

    /** What a page has, once its service has heard of it. */
    private static void assertRead(String account, String path, String... texts) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.page(account, path)).contains(texts));
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
