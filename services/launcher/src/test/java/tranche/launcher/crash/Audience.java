package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tranche.launcher.up.Api;

/** Accounts that are told what happens: in the stream, in the inbox, and by mail. */
final class Audience implements AutoCloseable {

    /** Told whenever it has changed, which depends on what was reckoned together. */
    private static final String FORECAST = "FC-01";

    /** What nobody can turn off (domain §9.2), of what these tests bring about. */
    private static final Set<String> MANDATORY = Set.of("CM-02", "CM-03", "CC-03");

    private final Api api;
    private final Hearing hearing;
    private final Map<String, Follower> followers = new TreeMap<>();

    /** How much of each stream earlier steps have accounted for. */
    private final Map<String, Integer> accounted = new HashMap<>();

    Audience(Api api, Hearing hearing, List<String> accounts) {
        this.api = api;
        this.hearing = hearing;
        accounts.forEach(account -> followers.put(account, new Follower(api, account)));
    }

    /**
     * Since this was asked last, exactly these accounts were told, and exactly this.
     *
     * @param types by account, in any order and with blanks between them
     */
    void assertTold(Map<String, String> types) {
        Map<String, List<String>> wanted = new TreeMap<>();
        types.forEach((account, all) ->
                wanted.put(account, Arrays.stream(all.split(" ")).sorted().toList()));
        Map<String, List<String>> told =
                await().atMost(Way.LIMIT).until(this::news, news -> size(news) >= size(wanted));
        assertThat(told).isEqualTo(wanted);
        followers.forEach(
                (account, follower) -> accounted.put(account, follower.told().size()));
    }

    private Map<String, List<String>> news() {
        Map<String, List<String>> news = new TreeMap<>();
        followers.forEach((account, follower) -> {
            List<JsonNode> told = follower.told();
            List<String> types = told.subList(accounted.getOrDefault(account, 0), told.size()).stream()
                    .map(Audience::type)
                    .filter(type -> !type.equals(FORECAST))
                    .sorted()
                    .toList();
            if (!types.isEmpty()) {
                news.put(account, types);
            }
        });
        return news;
    }

    private static int size(Map<String, List<String>> types) {
        return types.values().stream().mapToInt(List::size).sum();
    }

    /** Whoever has followed has, in this order and once, what stands in the inbox. */
    void assertFollowed() {
        followers.forEach((account, follower) -> await().atMost(Way.LIMIT)
                .untilAsserted(() -> assertThat(ids(follower.told()))
                        .as(account)
                        .isEqualTo(ids(inbox(account)).reversed())));
    }

    /** An account has heard of this, wherever it stands among the rest. */
    void assertHeard(String account, String type) {
        await().atMost(Way.LIMIT)
                .untilAsserted(() -> assertThat(follower(account).told())
                        .extracting(Audience::type)
                        .contains(type));
    }

    /** How often the stream of an account has broken and gone on behind the last alert that had come. */
    int resumed(String account) {
        return follower(account).resumed();
    }

    private Follower follower(String account) {
        return Objects.requireNonNull(followers.get(account));
    }

    private List<JsonNode> inbox(String account) {
        List<JsonNode> alerts = new ArrayList<>();
        api.get(account, "/alerts?limit=500").with(200).body().get("items").forEach(alerts::add);
        return alerts;
    }

    private static List<String> ids(List<JsonNode> alerts) {
        return alerts.stream().map(alert -> alert.get("id").asText()).toList();
    }

    private static String type(JsonNode alert) {
        return alert.get("type").asText();
    }

    /** The last alert of a type that an account has heard of. */
    JsonNode alert(String account, String type) {
        return follower(account).told().reversed().stream()
                .filter(alert -> type(alert).equals(type))
                .findFirst()
                .orElseThrow();
    }

    /**
     * An alert has come by mail, in its reader's language, as text and as HTML, and with a way out of it where there is one.
     *
     * @return its Message-ID
     */
    String assertMailed(String account, String language, String type, String subject) {
        JsonNode alert = alert(account, type);
        String delivery = await().atMost(Way.LIMIT).until(() -> delivery(account, alert), found -> !found.isEmpty());
        List<JsonNode> mails = await().atMost(Way.LIMIT)
                .until(
                        () -> hearing.mails(Way.address(account), "").stream()
                                .filter(mail -> messageId(mail).contains(delivery))
                                .toList(),
                        found -> !found.isEmpty());
        JsonNode mail = mails.getFirst();
        assertThat(mail.get("subject").asText()).contains(subject);
        assertThat(mail.at("/headers/Content-Language").asText()).isEqualTo(language);
        assertThat(mail.get("text").asText()).contains(mail.get("subject").asText());
        assertThat(mail.get("html").asText()).contains("<html lang=\"" + language);
        assertThat(mail.get("headers").has("List-Unsubscribe")).as(type).isNotEqualTo(MANDATORY.contains(type));
        return messageId(mail);
    }

    /** Whoever asks for a mail again gets the same one: its reader's program shows one, not two. */
    void assertMailedAgain(String account, String type, String messageId) {
        api.post(
                        account,
                        "/deliveries/" + delivery(account, alert(account, type)) + "/replay",
                        "{}",
                        "Idempotency-Key",
                        type)
                .with(200);
        await().atMost(Way.LIMIT)
                .untilAsserted(() -> assertThat(hearing.mails(Way.address(account), ""))
                        .filteredOn(mail -> messageId(mail).equals(messageId))
                        .hasSize(2));
    }

    /** The id of what is sent of an alert by mail; empty where there is none. */
    String delivery(String account, JsonNode alert) {
        JsonNode items =
                api.get(account, "/deliveries?limit=500").with(200).body().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(one -> one.get("channel").asText().equals("EMAIL"))
                .filter(one ->
                        one.get("alertId").asText().equals(alert.get("id").asText()))
                .map(one -> one.get("id").asText())
                .findFirst()
                .orElse("");
    }

    private static String messageId(JsonNode mail) {
        return mail.at("/headers/Message-ID").asText();
    }

    @Override
    public void close() {
        followers.values().forEach(Follower::close);
    }
}
