package tranche.notifications.email;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import tranche.notifications.email.domain.Letter;

/** Letters as a delivery keeps them. */
final class LetterText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LetterText() {}

    static String of(Letter letter) {
        ObjectNode node = JSON.createObjectNode()
                .put("language", letter.language().getLanguage())
                .put("writtenAt", letter.writtenAt().toString());
        switch (letter) {
            case Letter.OfAlert alert ->
                node.put("title", alert.title())
                        .put("body", alert.body())
                        .put("page", alert.page())
                        .put("mandatory", alert.isMandatory());
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
        return node.has("link")
                ? new Letter.OfLink(
                        language,
                        writtenAt,
                        node.get("link").asText(),
                        Instant.parse(node.get("until").asText()))
                : new Letter.OfAlert(
                        language,
                        writtenAt,
                        node.get("title").asText(),
                        node.get("body").asText(),
                        node.get("page").asText(),
                        node.get("mandatory").asBoolean());
    }
}
