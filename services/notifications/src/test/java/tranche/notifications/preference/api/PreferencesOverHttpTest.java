package tranche.notifications.preference.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLinePaid;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Told;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** An investor's contact says what it wants to hear, and hears that and what it has to. */
class PreferencesOverHttpTest {

    private static final Instant BEFORE = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private static Path data;

    private static NotificationsProcess service;

    private final UUID investor = UUID.randomUUID();
    private final Actor contact = NotificationsProcess.with(Role.INVESTOR, Scope.ofInvestor(investor));

    @BeforeAll
    static void start() throws IOException {
        service = new NotificationsProcess(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void becomes_a_recipient() {
        service.tell(
                RecipientReactions.class,
                contact.account(),
                Told.given(UUID.randomUUID(), contact.account(), Role.INVESTOR, Scope.ofInvestor(investor), BEFORE));
    }

    private Reply put(JsonNode body, String... headers) {
        return service.send(contact, "PUT", "/preferences", body.toString(), headers);
    }

    private ObjectNode read() {
        Reply reply = service.get(contact, "/preferences");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        return (ObjectNode) reply.body();
    }

    private static ObjectNode item(JsonNode preferences, String type) {
        for (JsonNode item : preferences.get("items")) {
            if (item.get("type").asText().equals(type)) {
                return (ObjectNode) item;
            }
        }
        throw new AssertionError("no item of " + type);
    }

    private static void turn(JsonNode preferences, String type, String channel, boolean on) {
        ((ObjectNode) item(preferences, type).get("channels")).put(channel, on);
    }

    private void told(Class<? extends org.apache.avro.specific.SpecificRecord> type) {
        service.tell(
                NoticeReactions.class,
                UUID.randomUUID(),
                Told.event(type, UUID.randomUUID(), Map.of("investorId", investor)));
    }

    private java.util.List<String> types() {
        return service.get(contact, "/alerts").body().get("items").findValues("type").stream()
                .map(JsonNode::asText)
                .filter(type -> type.length() == "CC-03".length())
                .toList();
    }

    @Test
    @DisplayName(
            "who has said nothing is told as the catalogue has it; what is read can be sent back, and changes nothing")
    void are_as_in_the_catalogue_until_something_is_said() {
        ObjectNode preferences = read();
        Reply same = put(preferences);

        assertThat(preferences.get("language").asText()).isEqualTo("en");
        assertThat(preferences.get("timeZone").asText()).isEqualTo("UTC");
        assertThat(preferences.get("quietHours").isNull()).isTrue();
        assertThat(item(preferences, "CC-03").get("mandatory").asBoolean()).isTrue();
        assertThat(item(preferences, "CC-05").get("mandatory").asBoolean()).isFalse();
        assertThat(item(preferences, "MS-02").at("/channels/WEBHOOK").asBoolean())
                .isFalse();
        assertThat(same.status()).as(same.raw().body()).isEqualTo(200);
        assertThat(read()).isEqualTo(preferences);
    }

    @Test
    @DisplayName(
            "N-2: what is muted is not told, and told again from when on it is not muted; a mandatory type is not muted")
    void what_is_muted_is_not_told() {
        ObjectNode preferences = read();
        turn(preferences, "CC-05", "PORTAL", false);
        turn(preferences, "CC-05", "EMAIL", false);
        turn(preferences, "CC-05", "WEBHOOK", false);
        turn(preferences, "CC-03", "PORTAL", false);
        preferences.put("language", "fr").put("timeZone", "Europe/Paris");
        preferences.putObject("quietHours").put("from", "22:00").put("to", "07:00");
        Reply muted = put(preferences, "If-Match", "\"1\"");
        told(CallLinePaid.class);
        told(CallLineIssued.class);

        assertThat(muted.status()).as(muted.raw().body()).isEqualTo(200);
        assertThat(muted.header("ETag")).isEqualTo("\"3\"");
        assertThat(muted.body().at("/quietHours/from").asText()).isEqualTo("22:00");
        assertThat(item(muted.body(), "CC-03").at("/channels/PORTAL").asBoolean())
                .isTrue();
        assertThat(read()).isEqualTo(muted.body());
        assertThat(types()).containsExactly("CC-03");

        turn(preferences, "CC-05", "PORTAL", true);
        assertThat(put(preferences).status()).isEqualTo(200);
        told(CallLinePaid.class);
        assertThat(types()).containsExactly("CC-05", "CC-03");
    }

    @Test
    @DisplayName(
            "language and zone are the recipient's own, wherever they are said; who has not seen them does not undo it")
    void language_and_zone_are_kept_in_one_place() {
        ObjectNode preferences = read();
        preferences.put("language", "fr").put("timeZone", "Europe/Paris");
        Reply said = put(preferences, "Idempotency-Key", "once");
        Reply again = put(preferences, "Idempotency-Key", "once");
        Reply recipient = service.get(contact, "/recipients/me");
        Reply moved = service.send(contact, "PATCH", "/recipients/me", "{\"timeZone\": \"Asia/Dubai\"}");
        Reply unseen = put(preferences, "If-Match", said.header("ETag"));

        assertThat(said.status()).as(said.raw().body()).isEqualTo(200);
        assertThat(again.raw().body()).isEqualTo(said.raw().body());
        assertThat(recipient.text("language")).isEqualTo("fr");
        assertThat(recipient.text("timeZone")).isEqualTo("Europe/Paris");
        assertThat(recipient.header("ETag")).isEqualTo("\"2\"");
        assertThat(moved.text("language")).isEqualTo("fr");
        assertThat(unseen.status()).isEqualTo(412);
        assertThat(read().get("language").asText()).isEqualTo("fr");
        assertThat(read().get("timeZone").asText()).isEqualTo("Asia/Dubai");
    }

    @Test
    void a_mandatory_type_keeps_a_channel() {
        ObjectNode preferences = read();
        for (String channel : java.util.List.of("PORTAL", "EMAIL", "WEBHOOK")) {
            turn(preferences, "CC-03", channel, false);
        }
        Reply refused = put(preferences);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("/problems/mandatory-type");
        assertThat(refused.body().at("/types/0").asText()).isEqualTo("CC-03");
    }

    @Test
    void a_body_is_read_strictly_and_another_version_refused() {
        ObjectNode preferences = read();
        Reply conflict = put(preferences, "If-Match", "\"3\"");
        preferences.put("timeZone", "+02:00").put("language", "de");
        item(preferences, "CC-03").put("digest", "YEARLY");
        ((ObjectNode) item(preferences, "CC-05").get("channels")).remove("EMAIL");
        ((com.fasterxml.jackson.databind.node.ArrayNode) preferences.get("items"))
                .set(2, item(preferences, "MS-03").deepCopy());
        Reply wrong = put(preferences);

        assertThat(conflict.status()).isEqualTo(412);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().get("errors").findValuesAsText("code"))
                .contains("unknown-zone", "not-one-of", "required", "duplicate-item");
    }

    private JsonNode preview(String type) {
        Reply reply = service.get(contact, "/preferences/preview");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        return reply.body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("what would have been sent is told from what has really come, with the wishes that hold now")
    void are_tried_upon_what_has_come() {
        ObjectNode preferences = read();
        turn(preferences, "CC-05", "EMAIL", false);
        put(preferences);
        told(CallLineIssued.class);
        told(CallLinePaid.class);

        assertThat(service.get(contact, "/preferences/preview")
                        .body()
                        .get("mails")
                        .asInt())
                .isEqualTo(1);
        assertThat(preview("CC-05").get("email").asInt()).isZero();
        assertThat(preview("CC-05").get("portal").asInt()).isEqualTo(1);

        turn(preferences, "CC-05", "EMAIL", true);
        turn(preferences, "CC-05", "PORTAL", false);
        put(preferences);

        assertThat(service.get(contact, "/preferences/preview")
                        .body()
                        .get("mails")
                        .asInt())
                .as("though it was not mailed when it came")
                .isEqualTo(2);
        assertThat(preview("CC-05").get("alerts").asInt()).isEqualTo(1);
        assertThat(preview("CC-05").get("portal").asInt()).isZero();
    }
}
