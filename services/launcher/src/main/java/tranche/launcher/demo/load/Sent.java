package tranche.launcher.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a step's answer showed.
 *
 * @param body the object; of a proposal, what waits for a second person
 */
record Sent(JsonNode body) {

    /** Of the object, or of what waits for a second person. */
    String id() {
        return body.path("id").asText(body.path("approvalId").asText());
    }

    /**
     * Which version of the object it is after the step; more than that of its making where it was there already and has moved
     * on.
     */
    long version() {
        return body.path("version").asLong();
    }

    Optional<String> contentHash() {
        return Optional.of(body.path("contentHash").asText()).filter(hash -> !hash.isEmpty());
    }

    /** What a call says of the line of a commitment; empty where it has none. */
    Optional<JsonNode> line(String commitment) {
        return StreamSupport.stream(body.path("lines").spliterator(), false)
                .filter(line -> line.path("commitmentId").asText().equals(commitment))
                .findFirst();
    }
}
