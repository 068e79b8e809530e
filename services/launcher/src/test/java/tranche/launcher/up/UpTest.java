package tranche.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.launcher.up.Kept.Sent;

/** The all-in-one as somebody has it who started it: over HTTP, in Kafka, on the page, and again after a stop. */
@Tag("broker")
class UpTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The demo's data comes in beside the test, on a machine that does much else. */
    private static final Duration UNTIL_LOADED = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "a commitment goes from draft to closed, into the topic and onto the page, a milestone from its claim to what"
                    + " an investor has to pay, and all is there after a stop")
    void takes_a_commitment_and_a_milestone_all_the_way() {
        Path data = folder.resolve("data");
        int port = Launched.freePort();
        UUID commitment;
        UUID fund;
        try (Launched first = Launched.up(data, port, "--demo").ready()) {
            Api api = new Api(port, data);
            Raise raise = Raise.begin(api, "Chips of the test");
            fund = raise.fund();
            commitment = raise.accepted("1250000.50").id();
            assertThat(raise.closed(commitment).text("state")).isEqualTo("EFFECTIVE");
            assertClosed(api, commitment);
            assertSent(new Kept(data, port), fund);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(api.page("auditor", "/commitments/" + commitment))
                            .contains("Sovereign fund A", "1,250,000.50"));

            UUID milestone = assertFollowed(api, raise);
            assertTold(api, commitment);
            assertMailed(api, port, milestone);
            GuidedTour tour = new GuidedTour(api, port);
            tour.awaitData();
            tour.walk();
            clearAddress(api);
            assertInUse(data, first);
            assertThat(first.stop()).as(first.said()).isZero();
        }
        try (Launched second = Launched.up(data, port, "--demo", "--wait-demo").ready()) {
            assertThat(second.said()).doesNotContain("Exception");
            Api api = new Api(port, data);
            assertClosed(api, commitment);
            assertThat(api.page("auditor", "/commitments/" + commitment)).contains("1,250,000.50");
            assertSent(new Kept(data, port), fund);
            assertStillCleared(api);
        }
    }

    private static void clearAddress(Api api) {
        api.patch("stakeholder", "/recipients/me", "{\"email\": null}").with(200);
    }

    /** A start gives the demo's accounts their addresses, and not those that somebody took away. */
    private static void assertStillCleared(Api api) {
        assertThat(api.get("stakeholder", "/recipients/me").with(200).body().hasNonNull("email"))
                .isFalse();
        assertThat(api.get("verifier", "/recipients/me").with(200).body().hasNonNull("email"))
                .isTrue();
    }

    /** What happened to the commitment, from the service that decided it to the inbox of who manages the fund. */
    private static void assertTold(Api api, UUID commitment) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.all("fund-manager", "/alerts"))
                        .filteredOn(
                                alert -> alert.at("/cause/subject/id").asText().equals(commitment.toString()))
                        .extracting(alert -> alert.get("type").asText())
                        .containsExactly("CM-03", "CM-02", "CM-01"));
        assertThat(api.page("fund-manager", "/alerts")).contains("Mark as read", "unread");
    }

    /** A project's milestone, from the service that plans it to the page of another one. */
    private static UUID assertFollowed(Api api, Raise raise) {
        String body = "{\"programmeId\": \"" + raise.programme() + "\", \"name\": \"Desert fab\", \"kind\": \"FAB\","
                + " \"region\": \"US-AZ\", \"country\": \"US\"}";
        await().atMost(LIMIT)
                .until(() -> api.post("fund-manager", "/projects", body).status(), status -> status == 201);
        UUID project = UUID.fromString(api.get("auditor", "/projects?programmeId=" + raise.programme())
                .with(200)
                .body()
                .at("/items/0/id")
                .asText());
        UUID milestone = api.post(
                        "fund-manager",
                        "/milestones",
                        "{\"projectId\": \"" + project + "\", \"name\": \"First wafer\", \"kind\": \"PRODUCTION\","
                                + " \"baselineDate\": \"2030-01-15\", \"durationDays\": 20}")
                .with(201)
                .id();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.page("stakeholder", "/projects/" + project))
                        .contains("Desert fab", "First wafer"));
        return milestone;
    }

    /** A claim is mailed to who verifies it; of what the demo's data tells nobody is mailed. */
    private static void assertMailed(Api api, int port, UUID milestone) {
        await().atMost(UNTIL_LOADED)
                .untilAsserted(() -> assertThat(
                                api.get("verifier", "/recipients/me").with(200).text("emailState"))
                        .isEqualTo("VERIFIED"));
        api.post("site-reporter", "/milestones/" + milestone + "/start", "{}").with(200);
        api.post("site-reporter", "/milestones/" + milestone + "/claim", "{\"claimedDate\": \"2026-01-15\"}")
                .with(200);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(api.mails(port))
                        .contains("verifier@demo.example", "First wafer is claimed, and not verified"));
        assertThat(api.mails(port)).doesNotContain("has closed");
    }

    private static void assertInUse(Path data, Launched holder) {
        try (Launched second = Launched.up(data, Launched.freePort())) {
            assertThat(second.end()).isEqualTo(2);
            assertThat(second.said()).contains("is in use by process " + holder.pid());
        }
    }

    private static void assertClosed(Api api, UUID commitment) {
        Api.Reply closed = api.get("auditor", "/commitments/" + commitment).with(200);
        assertThat(closed.text("state")).isEqualTo("CLOSED");
        assertThat(closed.body().at("/uncalled/value").asText()).isEqualTo("1250000.50");
    }

    private static void assertSent(Kept kept, UUID fund) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(kept.sent("commitments.events"))
                        .filteredOn(sent -> sent.key().equals(fund.toString()))
                        .extracting(Sent::type)
                        .containsExactly(
                                "tranche.commitments.FundCreated",
                                "tranche.commitments.CommitmentDrafted",
                                "tranche.commitments.CommitmentSubmitted",
                                "tranche.commitments.CommitmentAccepted",
                                "tranche.commitments.ClosingPlanned",
                                "tranche.commitments.ClosingApproved",
                                "tranche.commitments.ClosingEffective",
                                "tranche.commitments.CommitmentClosed"));
    }
}
