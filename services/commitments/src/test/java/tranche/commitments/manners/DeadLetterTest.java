package tranche.commitments.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tranche.commitments.manners.Desk.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.OnBroker;
import tranche.testkit.TestTopic;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** What an operator sees and does when a consumer cannot handle a record: its key waits, the others flow, a replay heals. */
@Tag("broker")
class DeadLetterTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TOPIC = "commitments.events";
    private static final Actor ADMIN = CommitmentsProcess.anybody(Role.ADMIN);

    @TempDir
    private static Path data;

    private static Desk desk;

    @BeforeAll
    static void start() throws IOException {
        Map<String, Object> properties = OnBroker.properties();
        properties.put(FaultyReader.PROPERTY, true);
        desk = new Desk(new CommitmentsProcess(data, properties));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static void awaitTold(UUID key, long upTo) {
        List<String> expected = LongStream.rangeClosed(1, upTo)
                .mapToObj(sequence -> key + "/" + sequence)
                .toList();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(FaultyReader.TOLD.stream().filter(one -> one.startsWith(key + "/")))
                        .containsExactlyElementsOf(expected));
    }

    private static Optional<JsonNode> letterOf(UUID key) {
        JsonNode items =
                desk.service.get(ADMIN, "/dead-letters?limit=500").body().get("items");
        // The service's own consumers may put the same record aside.
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get("consumer").asText().equals("faulty"))
                .filter(item -> item.get("key").asText().equals(key.toString()))
                .findFirst();
    }

    private static JsonNode awaitLetterOf(UUID key, int waiting) {
        return await().atMost(LIMIT)
                .until(
                        () -> letterOf(key),
                        letter -> letter.filter(one -> one.get("waiting").asInt() == waiting)
                                .isPresent())
                .orElseThrow();
    }

    private static Reply replay(JsonNode letter) {
        return desk.service.post(ADMIN, "/dead-letters/" + letter.get("id").asText() + "/replay", "");
    }

    @Test
    void a_record_that_is_not_handled_stops_its_key_until_it_is_replayed() {
        UUID investor = desk.investor();
        UUID poisoned = desk.fund();
        awaitTold(poisoned, 1);
        FaultyReader.POISONED.add(poisoned);
        UUID draft = desk.draft(poisoned, investor, "1.00").id();
        desk.draft(poisoned, investor, "2.00");
        desk.draft(poisoned, investor, "3.00");
        UUID healthy = desk.fund();
        desk.draft(healthy, investor, "1.00");

        awaitTold(healthy, 2);
        JsonNode letter = awaitLetterOf(poisoned, 2);
        awaitTold(poisoned, 1);
        assertThat(letter.get("consumer").asText()).isEqualTo("faulty");
        assertThat(letter.get("topic").asText()).isEqualTo(TOPIC);
        assertThat(letter.get("type").asText()).isEqualTo("tranche.commitments.CommitmentDrafted");
        assertThat(letter.get("reason").asText()).isEqualTo("failed");
        assertThat(letter.get("attempts").asInt()).isGreaterThan(1);
        JsonNode event = desk.service
                .get(Desk.AUDITOR, "/audit/events?aggregateId=" + draft)
                .body()
                .at("/items/0");
        assertThat(letter.get("eventId")).isEqualTo(event.get("eventId"));
        await().atMost(LIMIT)
                .until(() -> TestTopic.of(TOPIC + ".dead", poisoned).size() == 1);

        String path = "/dead-letters/" + letter.get("id").asText();
        Reply before = desk.service.get(ADMIN, path);
        assertThat(before.header("ETag"))
                .isEqualTo("\"" + letter.get("attempts").asInt() + "\"");
        assertRefused(replay(letter), 409, "still-not-handled");
        assertRefused(
                desk.service.post(ADMIN, path + "/replay", "", "If-Match", before.header("ETag")),
                412,
                "version-conflict");
        assertThat(awaitLetterOf(poisoned, 2).get("attempts").asInt())
                .isEqualTo(letter.get("attempts").asInt() + 1);

        FaultyReader.POISONED.remove(poisoned);
        Reply tried = desk.service.get(ADMIN, path);
        Reply replayed = desk.service.post(ADMIN, path + "/replay", "", "If-Match", tried.header("ETag"));
        assertThat(replayed.status()).as(replayed.raw().body()).isEqualTo(200);
        assertThat(replayed.header("ETag")).isNotEqualTo(tried.header("ETag"));
        assertThat(replayed.body().get("replayedAt").isNull()).isFalse();
        assertThat(replayed.body().get("waiting").asInt()).isZero();
        awaitTold(poisoned, 4);
        assertThat(letterOf(poisoned)).isEmpty();
        assertThat(replay(letter).body()).isEqualTo(replayed.body());
        desk.draft(poisoned, investor, "4.00");
        awaitTold(poisoned, 5);
    }

    @Test
    void a_record_that_is_no_event_stands_in_nobody_s_way_once_the_next_one_joins_on() {
        UUID investor = desk.investor();
        UUID fund = desk.fund();
        awaitTold(fund, 1);
        TestTopic.write(TOPIC, fund, new byte[] {0, 0, 0, 9, 9, 1});
        JsonNode alone = awaitLetterOf(fund, 0);
        assertThat(alone.get("reason").asText()).isEqualTo("unreadable");
        assertThat(alone.get("eventId").isNull()).isTrue();
        desk.draft(fund, investor, "1.00");
        JsonNode letter = awaitLetterOf(fund, 1);

        Reply replayed = replay(letter);

        assertThat(replayed.status()).as(replayed.raw().body()).isEqualTo(200);
        awaitTold(fund, 2);
        assertThat(letterOf(fund)).isEmpty();
        desk.draft(fund, investor, "2.00");
        awaitTold(fund, 3);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_sees_or_replays_them(Role role) {
        Actor other = CommitmentsProcess.anybody(role);
        UUID fund = desk.fund();
        // Else the fund's own event may come behind the record, and wait with it.
        awaitTold(fund, 1);
        TestTopic.write(TOPIC, fund, new byte[] {1});
        String id = awaitLetterOf(fund, 0).get("id").asText();

        assertRefused(desk.service.get(other, "/dead-letters"), 403, "forbidden");
        assertRefused(desk.service.get(other, "/dead-letters/" + id), 404, "not-found");
        assertRefused(desk.service.post(other, "/dead-letters/" + id + "/replay", ""), 404, "not-found");
        assertThat(desk.service.get(ADMIN, "/dead-letters/" + id).status()).isEqualTo(200);
    }

    @Test
    void a_letter_that_is_not_there_is_not_found() {
        assertRefused(desk.service.get(ADMIN, "/dead-letters/" + UUID.randomUUID()), 404, "not-found");
        assertRefused(desk.service.post(ADMIN, "/dead-letters/x/replay", ""), 404, "not-found");
    }
}
