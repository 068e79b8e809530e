package tranche.portal.founding.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.world.file.PrivateFile;

/**
 * {@code demo-accounts.json} in the data folder, mode 0600: for each demo account {@code username}, {@code password},
 * {@code apiKey} and {@code investorId} where it is bound to one; and {@code kafka}, a login that may read the topics.
 */
public final class DemoFile {

    public static final String NAME = "demo-accounts.json";

    private static final String KAFKA = "kafka";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;

    /** @param data the data folder */
    public DemoFile(Path data) {
        this.file = data.resolve(NAME);
    }

    /** What the file says of one account; it prints nothing of it. */
    public record Entry(String username, String password, String apiKey, Optional<UUID> investorId) {

        @Override
        public String toString() {
            return "Entry[" + username + "]";
        }
    }

    /** All that the file holds, accounts by username in their order. */
    public record Content(Map<String, Entry> accounts, Map<String, String> kafka) {

        public Content {
            accounts = new LinkedHashMap<>(accounts);
            kafka = new LinkedHashMap<>(kafka);
        }
    }

    /** Reads the file; nothing where there is none, or none that can be read. */
    public Content read() {
        Map<String, Entry> accounts = new LinkedHashMap<>();
        Map<String, String> kafka = new LinkedHashMap<>();
        PrivateFile.read(file)
                .ifPresent(text -> root(text).properties().forEach(member -> {
                    if (member.getKey().equals(KAFKA)) {
                        member.getValue()
                                .properties()
                                .forEach(part ->
                                        kafka.put(part.getKey(), part.getValue().asText()));
                    } else {
                        accounts.put(member.getKey(), entry(member.getValue()));
                    }
                }));
        return new Content(accounts, kafka);
    }

    private static JsonNode root(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException damaged) {
            return MAPPER.createObjectNode();
        }
    }

    private static Entry entry(JsonNode node) {
        return new Entry(
                node.path("username").asText(),
                node.path("password").asText(),
                node.path("apiKey").asText(),
                Optional.of(node.path("investorId").asText())
                        .filter(text -> !text.isEmpty())
                        .map(UUID::fromString));
    }

    /** Writes the file: whole, synced, readable by its owner alone. */
    public void write(Content content) {
        ObjectNode root = MAPPER.createObjectNode();
        content.accounts().forEach((username, entry) -> {
            ObjectNode account = root.putObject(username)
                    .put("username", entry.username())
                    .put("password", entry.password())
                    .put("apiKey", entry.apiKey());
            entry.investorId().ifPresent(id -> account.put("investorId", id.toString()));
        });
        if (!content.kafka().isEmpty()) {
            ObjectNode kafka = root.putObject(KAFKA);
            content.kafka().forEach(kafka::put);
        }
        PrivateFile.write(file, root.toPrettyString() + "\n");
    }
}
