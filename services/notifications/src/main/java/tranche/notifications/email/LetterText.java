package tranche.notifications.email;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.notifications.email.domain.Letter;

/** Letters as a delivery keeps them. */
final class LetterText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ITEMS = "items";
    private static final String AGAIN = "again";
    private static final String ALERT = "alert";
    private static final String ALERTS = "alerts";
    private static final String SHEET = "sheet";
    private static final String MANDATORY = "mandatory";

    private LetterText() {}

    private static void put(ArrayNode array, List<Letter.Item> items) {
        items.forEach(item -> array.addObject()
                .put(ALERT, item.alert().toString())
                .put("title", item.title())
                .put("body", item.body())
                .put("page", item.page())
                .put("presses", item.presses())
                .put("place", item.place().orElse("")));
    }

    private static List<Letter.Item> items(JsonNode array) {
        List<Letter.Item> items = new ArrayList<>();
        array.forEach(item -> items.add(new Letter.Item(
                UUID.fromString(item.get(ALERT).asText()),
                item.get("title").asText(),
                item.get("body").asText(),
                item.get("page").asText(),
                item.get("presses").asBoolean(),
                Optional.of(item.get("place").asText()).filter(place -> !place.isEmpty()))));
        return items;
    }

    static String of(Letter letter) {
        ObjectNode node = JSON.createObjectNode()
                .put("language", letter.language().getLanguage())
                .put("writtenAt", letter.writtenAt().toString());
        switch (letter) {
            case Letter.OfAlert alert ->
                node.put(ALERT, alert.alert().map(UUID::toString).orElse(""))
                        .put("title", alert.title())
                        .put("body", alert.body())
                        .put("page", alert.page())
                        .put(MANDATORY, alert.isMandatory());
            case Letter.OfSheet sheet -> {
                ArrayNode alerts = node.put(MANDATORY, sheet.isMandatory()).putArray(ALERTS);
                sheet.alerts().stream().map(UUID::toString).sorted().forEach(alerts::add);
                SheetText.put(node.putObject(SHEET), sheet.sheet());
            }
            case Letter.OfDigest digest -> {
                put(node.putArray(ITEMS), digest.items());
                put(node.putArray(AGAIN), digest.again());
            }
            case Letter.OfLink link ->
                node.put("link", link.hash()).put("until", link.until().toString());
        }
        return node.toString();
    }

    static Letter read(String text) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
        Locale language = Locale.of(node.get("language").asText());
        Instant writtenAt = Instant.parse(node.get("writtenAt").asText());
        if (node.has(ITEMS)) {
            return new Letter.OfDigest(language, writtenAt, items(node.get(ITEMS)), items(node.get(AGAIN)));
        }
        if (node.has(SHEET)) {
            return new Letter.OfSheet(
                    language,
                    writtenAt,
                    node.get(ALERTS)
                            .valueStream()
                            .map(id -> UUID.fromString(id.asText()))
                            .collect(Collectors.toUnmodifiableSet()),
                    SheetText.read(node.get(SHEET)),
                    node.get(MANDATORY).asBoolean());
        }
        return node.has("link")
                ? new Letter.OfLink(
                        language,
                        writtenAt,
                        node.get("link").asText(),
                        Instant.parse(node.get("until").asText()))
                : new Letter.OfAlert(
                        language,
                        writtenAt,
                        Optional.of(node.path(ALERT).asText())
                                .filter(id -> !id.isEmpty())
                                .map(UUID::fromString),
                        node.get("title").asText(),
                        node.get("body").asText(),
                        node.get("page").asText(),
                        node.get(MANDATORY).asBoolean());
    }
}
