package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.launcher.crash.Hooks.Hook;

/** What became of the deliveries to one account, as it was recorded, against what has arrived. */
record Sends(List<JsonNode> deliveries) {

    static Sends of(Insistent client, UUID recipient) {
        return new Sends(listed(client, "recipientId=" + recipient));
    }

    /** Waits until nothing is on its way to anybody. */
    static void awaitSettled(Insistent client) {
        await().atMost(Way.LIMIT)
                .until(() -> Stream.of("PENDING", "SENDING")
                        .allMatch(state -> listed(client, "state=" + state).isEmpty()));
    }

    /** Waits until no mail is under way any more: the next one that is taken is then the one that is meant. */
    static void awaitMailsSettled(Insistent client) {
        await().atMost(Way.LIMIT)
                .until(() -> Stream.of("PENDING", "SENDING")
                        .flatMap(state -> listed(client, "state=" + state).stream())
                        .noneMatch(delivery -> delivery.get("channel").asText().equals("EMAIL")));
    }

    private static List<JsonNode> listed(Insistent client, String which) {
        List<JsonNode> items = new ArrayList<>();
        client.get("auditor", "/deliveries?limit=500&" + which)
                .with(200)
                .body()
                .get("items")
                .forEach(items::add);
        return items;
    }

    List<String> states() {
        return deliveries.stream().map(one -> one.get("state").asText()).toList();
    }

    /**
     * Everything that has arrived of one alert is one message, word for word. It has arrived again only where an attempt before
     * had failed, or stands without an end because its process died (promise R7).
     */
    void assertAsPromised(String point, List<Hook> arrived) {
        assertThat(arrived.stream().map(Hook::id).distinct()).as(point).hasSize(1);
        assertThat(arrived.stream().map(Hook::body).distinct()).as(point).hasSize(1);
        JsonNode delivery = deliveries.stream()
                .filter(one -> one.get("id").asText().equals(arrived.getFirst().id()))
                .findFirst()
                .orElseThrow();
        List<JsonNode> attempts = new ArrayList<>();
        delivery.get("attempts").forEach(attempts::add);
        assertThat(delivery.get("state").asText()).as(point).isEqualTo("DELIVERED");
        assertThat(arrived).as(point).hasSizeLessThanOrEqualTo(attempts.size());
        assertThat(attempts.removeLast().get("durationMillis").isNull())
                .as(point)
                .isFalse();
        assertThat(attempts)
                .as(point)
                .allMatch(attempt -> attempt.get("durationMillis").isNull()
                        || !attempt.get("error").isNull());
    }
}
