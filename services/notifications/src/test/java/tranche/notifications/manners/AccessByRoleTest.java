package tranche.notifications.manners;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CallLineOverdue;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Told;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Every operation, tried as every role: alerts, endpoints and deliveries are their recipient's own, whatever role asks. */
class AccessByRoleTest {

    private static final Set<Role> NOBODY = Set.of();
    private static final Set<Role> ALL = Set.of(Role.values());

    /**
     * One operation of the service on what belongs to another account, or to none.
     *
     * @param let who is let in by a grant for the whole deployment
     */
    private record Operation(String name, Set<Role> let) {

        String method() {
            return name.substring(0, name.indexOf(' '));
        }

        String path() {
            return name.substring(name.indexOf(' ') + 1)
                    .replace("{id}", id())
                    .replace("{deliveryId}", alert)
                    .replace("/unreached", "/unreached?fundId=" + UUID.randomUUID())
                    .replace("/reach", "/reach?fundId=" + UUID.randomUUID());
        }

        private String id() {
            return switch (name.substring(name.indexOf('/') + 1).split("/")[0]) {
                case "recipients" -> recipient.account().toString();
                case "subscriptions" -> subscription;
                default -> alert;
            };
        }
    }

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("GET /alerts", ALL),
            new Operation("GET /alerts/unread", ALL),
            new Operation("GET /alerts/{id}", NOBODY),
            new Operation("POST /alerts/{id}/read", NOBODY),
            new Operation("POST /alerts/{id}/read-up-to", NOBODY),
            new Operation("POST /alerts/{id}/acknowledgement", NOBODY),
            new Operation("GET /subscriptions", ALL),
            new Operation("GET /subscriptions/{id}", NOBODY),
            new Operation("POST /subscriptions/{id}/pause", NOBODY),
            new Operation("POST /subscriptions/{id}/resume", NOBODY),
            new Operation("DELETE /subscriptions/{id}", NOBODY),
            new Operation("GET /preferences", ALL),
            new Operation("GET /preferences/preview", ALL),
            new Operation("GET /deliveries", ALL),
            new Operation("POST /deliveries/{id}/replay", NOBODY),
            new Operation("GET /webhook-endpoints", ALL),
            new Operation("GET /webhook-endpoints/{id}", NOBODY),
            new Operation("DELETE /webhook-endpoints/{id}", NOBODY),
            new Operation("POST /webhook-endpoints/{id}/secret-rotation", NOBODY),
            new Operation("POST /webhook-endpoints/{id}/test", NOBODY),
            new Operation("GET /webhook-endpoints/{id}/deliveries", NOBODY),
            new Operation("POST /webhook-endpoints/{id}/deliveries/{deliveryId}/replay", NOBODY),
            new Operation("GET /recipients/unreached", ALL),
            new Operation("GET /recipients/reach", ALL),
            new Operation("GET /recipients/{id}", Set.of(Role.FUND_MANAGER)),
            new Operation("PATCH /recipients/{id}", Set.of(Role.FUND_MANAGER)),
            new Operation("GET /audit/events", Set.of(Role.AUDITOR)),
            new Operation("GET /audit/heads", Set.of(Role.AUDITOR)),
            new Operation("GET /dead-letters", Set.of(Role.ADMIN)),
            new Operation("GET /dead-letters/{id}", NOBODY),
            new Operation("POST /dead-letters/{id}/replay", NOBODY));

    private static final String SUBSCRIBE =
            "{\"recipientId\": \"me\", \"scope\": {}, \"types\": [\"*\"], \"channels\": [\"PORTAL\"]}";

    @TempDir
    private static Path data;

    private static NotificationsProcess service;
    private static Actor recipient;
    private static String alert = "";
    private static String subscription = "";

    @BeforeAll
    static void start() throws IOException {
        service = new NotificationsProcess(data);
        recipient = NotificationsProcess.anybody(Role.APPROVER);
        UUID account = recipient.account();
        service.tell(
                RecipientReactions.class,
                account,
                Told.given(UUID.randomUUID(), account, Role.APPROVER, Scope.DEPLOYMENT, Instant.EPOCH));
        service.tell(
                NoticeReactions.class,
                UUID.randomUUID(),
                Told.event(CallLineOverdue.class, UUID.randomUUID(), Map.of()));
        alert = service.get(recipient, "/alerts").body().at("/items/0/id").asText();
        subscription = service.post(recipient, "/subscriptions", SUBSCRIBE).text("id");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_table_has_every_operation_of_the_service_but_those_that_are_open_to_all() {
        Set<String> named = OPERATIONS.stream().map(Operation::name).collect(toCollection(TreeSet::new));
        named.addAll(Set.of("GET /alerts/stream", "POST /webhook-endpoints"));
        named.addAll(List.of("POST /subscriptions", "PUT /preferences"));
        named.addAll(List.of("POST /recipients", "POST /recipients/confirmation", "POST /recipients/unsubscription"));

        assertThat(service.operations()).isEqualTo(named);
    }

    @Test
    @DisplayName("R11: an alert is there for its recipient and for nobody else")
    void an_alert_is_its_recipient_s() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            for (Role role : Role.values()) {
                Reply reply = service.send(
                        NotificationsProcess.anybody(role),
                        operation.method(),
                        operation.path(),
                        operation.method().equals("PATCH") ? "{}" : "");
                boolean isOfAnObject = operation.name().contains("{");
                int refused = isOfAnObject ? 404 : 403;
                all.assertThat(reply.status())
                        .as(operation.name() + " as " + role.code())
                        .isEqualTo(operation.let().contains(role) ? 200 : refused);
                all.assertThat(reply.raw().body()).doesNotContain(alert);
                if (!operation.name().contains("audit")) {
                    all.assertThat(reply.raw().body()).doesNotContain(subscription);
                }
            }
        }
        all.assertThat(service.sendWithout("GET", "/alerts/stream").status()).isEqualTo(401);
        all.assertThat(service.sendWithout("POST", "/webhook-endpoints").status())
                .isEqualTo(401);
        all.assertThat(service.get(recipient, "/alerts").raw().body()).contains(alert);
        for (Role role : Role.values()) {
            Actor somebody = NotificationsProcess.anybody(role);
            String wishes = service.get(somebody, "/preferences").raw().body();
            all.assertThat(service.send(somebody, "PUT", "/preferences", wishes).status())
                    .isEqualTo(200);
            all.assertThat(service.post(somebody, "/subscriptions", SUBSCRIBE).status())
                    .isEqualTo(201);
        }
        all.assertThat(service.get(recipient, "/subscriptions").raw().body()).contains(subscription);
        all.assertAll();
    }

    @Test
    void everybody_describes_oneself_and_a_link_needs_its_token_alone() {
        for (Role role : Role.values()) {
            Actor actor = NotificationsProcess.anybody(role);
            Reply own = service.post(
                    actor, "/recipients", "{\"displayName\": \"A\", \"language\": \"en\", \"timeZone\": \"UTC\"}");
            assertThat(own.status()).as(role.code()).isEqualTo(201);
            assertThat(own.id()).isEqualTo(actor.account());
            for (String command : List.of("confirmation", "unsubscription")) {
                Reply refused = service.post(actor, "/recipients/" + command, "{\"token\": \"no-such-token\"}");
                assertThat(refused.status()).isEqualTo(410);
            }
        }
    }
}
