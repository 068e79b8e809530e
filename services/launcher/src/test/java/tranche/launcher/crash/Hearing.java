package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What accounts were told, as they read it in their inboxes and in the mailbox.
 *
 * @param port the portal's, from which the mailbox's is counted
 */
record Hearing(Insistent client, int port) {

    /** How often an account was told of each type. */
    private Map<String, Long> told(String account) {
        return alerts(account).stream()
                .collect(Collectors.groupingBy(alert -> alert.get("type").asText(), Collectors.counting()));
    }

    private List<JsonNode> alerts(String account) {
        List<JsonNode> alerts = new ArrayList<>();
        client.get(account, "/alerts?limit=500").with(200).body().get("items").forEach(alerts::add);
        return alerts;
    }

    /** A forecast is told whenever it has changed, which depends on what was reckoned together; all else once. */
    void assertTold(String account, String... types) {
        Map<String, Long> once = Arrays.stream(types).collect(Collectors.toMap(type -> type, _ -> 1L));
        await().atMost(Way.LIMIT).ignoreExceptions().untilAsserted(() -> {
            Map<String, Long> told = told(account);
            told.remove("FC-01");
            assertThat(told).as(account).isEqualTo(once);
        });
    }

    /** An account was told each of these of an object, once. */
    void assertTold(String account, Object of, String... types) {
        await().atMost(Way.LIMIT).ignoreExceptions().untilAsserted(() -> {
            List<String> told = alerts(account).stream()
                    .filter(alert -> alert.toString().contains(of.toString()))
                    .map(alert -> alert.get("type").asText())
                    .toList();
            assertThat(told).as(account).contains(types);
            assertThat(told.stream().filter(Set.of(types)::contains))
                    .as(account)
                    .doesNotHaveDuplicates();
        });
    }

    /** How many alerts of a type an account has that name an object. */
    int times(String account, String type, Object of) {
        return (int) alerts(account).stream()
                .filter(alert -> alert.get("type").asText().equals(type))
                .filter(alert -> alert.toString().contains(of.toString()))
                .count();
    }

    /** No account has two alerts of a type from one cause. */
    void assertNoneTwice(String... accounts) {
        for (String account : accounts) {
            assertThat(alerts(account).stream()
                            .map(alert -> alert.get("type").asText() + " of "
                                    + alert.at("/cause/eventId").asText()))
                    .as(account)
                    .doesNotHaveDuplicates();
        }
    }

    /** Each of these once: what came twice, where an answer was lost, came under the same id. */
    void assertMailed(String address, String... subjects) {
        for (String subject : subjects) {
            await().atMost(Way.LIMIT).ignoreExceptions().untilAsserted(() -> {
                Set<String> ids = new TreeSet<>();
                mails(address, subject)
                        .forEach(mail -> ids.add(mail.at("/headers/Message-ID").asText()));
                assertThat(ids).as(subject).hasSize(1);
            });
        }
    }

    /** What the mailbox has for an address with a subject. */
    List<JsonNode> mails(String address, String subject) throws IOException {
        List<JsonNode> mails = new ArrayList<>();
        for (JsonNode mail : new ObjectMapper().readTree(client.mails(port))) {
            if (mail.get("to").toString().contains(address)
                    && mail.get("subject").asText().contains(subject)) {
                mails.add(mail);
            }
        }
        return mails;
    }
}
