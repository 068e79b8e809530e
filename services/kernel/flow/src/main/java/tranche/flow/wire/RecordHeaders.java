package tranche.flow.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A record's headers as JSON, so that a dead letter keeps them: {@code [["name", "base64"], ...]}. */
public final class RecordHeaders {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordHeaders() {}

    public static String json(Iterable<Header> headers) {
        ArrayNode list = JSON.createArrayNode();
        for (Header header : headers) {
            list.addArray().add(header.key()).add(header.value());
        }
        return list.toString();
    }

    public static List<Header> ofJson(String json) {
        List<Header> headers = new ArrayList<>();
        try {
            for (JsonNode pair : JSON.readTree(json)) {
                headers.add(new RecordHeader(
                        pair.get(0).asText(),
                        pair.get(1).isNull() ? new byte[0] : pair.get(1).binaryValue()));
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return headers;
    }
}
