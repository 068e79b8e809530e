package tranche.web.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An object of an answer, its fields in the order in which they are put.
 *
 * <p>Every field of a resource is always there: what is absent is {@code null}, so that a reader sees the whole shape in
 * any one answer.
 */
public final class JsonObject {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private JsonObject() {}

    public static JsonObject empty() {
        return new JsonObject();
    }

    /**
     * Puts a field.
     *
     * @param value a text, UUID, Money, Currency, date, instant, number, boolean, enum constant (by its name), zone,
     *     {@code JsonObject}, an Optional, Iterable or Map of these, or null
     * @throws IllegalArgumentException if the value is of another type
     */
    public JsonObject put(String name, @Nullable Object value) {
        node.set(name, JsonValues.node(value));
        return this;
    }

    /** The object in UTF-8, without line breaks. */
    public byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always writable", impossible);
        }
    }

    JsonNode node() {
        return node;
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
