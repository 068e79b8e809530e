package tranche.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tranche.milestones.MilestoneAchieved;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Receiver.Habit;
import tranche.notifications.delivery.NewDeliveries;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * The commands that people have for what domain §2.8 names, in each state: what a state does not admit is refused, says what is
 * admitted and changes nothing; what its owner has ended is not there any more.
 */
@DisplayName("§2.8: over HTTP")
class StateTablesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String ENDPOINTS = "/webhook-endpoints";

    @TempDir
    private static Path data;

    private static NotificationsProcess service;

    private final UUID project = UUID.randomUUID();
    private final Actor owner = NotificationsProcess.anybody(Role.STAKEHOLDER);
    private Receiver receiver;

    @BeforeAll
    static void start() throws IOException {
        service = NotificationsProcess.withEndpointsHere(data);
    }

    @AfterAll
    static void stop() {
        service.close();
        MovableClock.reset();
    }

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
        service.tell(
                RecipientReactions.class,
                owner.account(),
                Told.given(
                        UUID.randomUUID(),
                        owner.account(),
                        Role.STAKEHOLDER,
                        new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(project)),
                        Instant.EPOCH));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest(name = "a subscription that is {0} does not admit {2}")
    @CsvSource({"ACTIVE, pause deletion, resume", "PAUSED, resume deletion, pause"})
    void a_subscription_refuses_what_its_state_does_not_admit(String state, String admitted, String command) {
        String path = subscription();
        if (state.equals("PAUSED")) {
            send(path, "pause", 200);
        }
        Reply before = service.get(owner, path);
        assertThat(before.text("state")).isEqualTo(state);
        long events = events();

        assertRefused(send(path, command, 409), state, admitted.split(" "));

        assertUnchanged(path, before, events);
        assertThat(names(before)).containsExactly(admitted.split(" "));
    }

    @Test
    void a_subscription_that_is_unsubscribed_is_not_there_for_any_command() {
        String path = subscription();
        assertThat(send(path, "deletion", 200).text("state")).isEqualTo("UNSUBSCRIBED");
        long events = events();

        for (String command : List.of("pause", "resume", "deletion")) {
            send(path, command, 404);
        }

        assertThat(service.get(owner, path).status()).isEqualTo(404);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void an_endpoint_takes_each_command_in_each_state_until_it_is_deleted_and_is_not_there_then() {
        receiver.does(Habit.answering(503));
        String path = endpoint();
        assertTakes(path, "UNVERIFIED");
        receiver.does(Habit.answering(204));
        send(path, "test", 200);
        assertTakes(path, "ACTIVE");
        receiver.does(Habit.answering(503));
        verified();
        assertTakes(path, "DEGRADED");
        passes(Duration.ofHours(73));
        assertTakes(path, "DISABLED");
        assertThat(send(path, "deletion", 200).text("state")).isEqualTo("DELETED");
        long events = events();

        for (String command : List.of("secret-rotation", "test", "deletion")) {
            send(path, command, 404);
        }

        assertThat(events()).isEqualTo(events);
    }

    /** Neither of them moves it: a test does so when it has passed, and only where it was not active. */
    private void assertTakes(String path, String state) {
        awaitState(path, state);
        send(path, "secret-rotation", 200);
        assertThat(send(path, "test", 200).text("state")).isEqualTo(state);
        assertThat(names(service.get(owner, path))).containsExactly("secret-rotation", "test", "deletion");
    }

    @Test
    void a_delivery_that_is_not_settled_is_not_sent_again_by_hand() {
        String endpoint = endpoint();
        awaitState(endpoint, "ACTIVE");
        receiver.does(Habit.hanging());
        verified();
        assertNotSentAgain(endpoint, "SENDING");
        receiver.does(Habit.answering(503));
        verified();
        assertNotSentAgain(endpoint, "PENDING");
    }

    private void assertNotSentAgain(String endpoint, String state) {
        List<String> found = await().atMost(LIMIT)
                .until(
                        () -> service.get(owner, "/deliveries?state=" + state)
                                .body()
                                .findValuesAsText("id"),
                        ids -> !ids.isEmpty());
        long events = events();

        assertRefused(
                service.post(owner, endpoint + "/deliveries/" + found.getFirst() + "/replay", ""),
                state,
                new String[0]);

        assertThat(events()).isEqualTo(events);
    }

    private String subscription() {
        Reply made = service.post(
                owner,
                "/subscriptions",
                "{\"recipientId\": \"me\", \"scope\": {}, \"types\": [\"*\"], \"channels\": [\"PORTAL\"]}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return "/subscriptions/" + made.id();
    }

    private String endpoint() {
        Reply made = service.post(owner, ENDPOINTS, "{\"url\": \"" + receiver.url("/") + "\", \"types\": [\"MS-03\"]}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return ENDPOINTS + "/" + made.id();
    }

    private Reply send(String path, String command, int status) {
        Reply reply = command.equals("deletion")
                ? service.send(owner, "DELETE", path, "")
                : service.post(owner, path + "/" + command, "");
        assertThat(reply.status()).as(command + ": " + reply.raw().body()).isEqualTo(status);
        return reply;
    }

    private void awaitState(String path, String state) {
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(service.get(owner, path).text("state")).isEqualTo(state));
    }

    /** A milestone was verified just now. */
    private void verified() {
        service.tell(
                NoticeReactions.class,
                project,
                Told.event(
                        MilestoneAchieved.class,
                        Told.head(project, 1, new MovableClock().now()),
                        Map.of("projectId", project, "milestoneId", UUID.randomUUID())));
    }

    private static void passes(Duration time) {
        MovableClock.tick(time);
        service.bean(NewDeliveries.class).committed();
    }

    private static void assertRefused(Reply refused, String state, String[] admitted) {
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("/problems/invalid-state");
        assertThat(refused.text("state")).isEqualTo(state);
        assertThat(names(refused)).containsExactly(admitted);
    }

    private void assertUnchanged(String path, Reply before, long events) {
        Reply now = service.get(owner, path);
        assertThat(now.body()).isEqualTo(before.body());
        assertThat(now.header("ETag")).isNotEmpty().isEqualTo(before.header("ETag"));
        assertThat(events()).isEqualTo(events);
    }

    private static List<String> names(Reply reply) {
        List<String> names = new ArrayList<>();
        reply.body().get("allowed").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** How much has happened to the owner and all that is his. */
    private long events() {
        try (Connection connection = service.database.asOwner();
                PreparedStatement count = connection.prepareStatement("select count(*) from event where key = ?")) {
            count.setObject(1, owner.account());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
