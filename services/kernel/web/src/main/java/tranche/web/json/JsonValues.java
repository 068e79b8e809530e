package tranche.web.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** How each type of value stands on the wire. */
public final class JsonValues {

    /** Always six decimals: what the database keeps, and of one width so that texts sort as times do. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private JsonValues() {}

    /** An instant as the API writes it, for instance {@code 2026-03-31T09:00:00.123456Z}. */
    public static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Optional<?> optional -> node(optional.orElse(null));
            case CharSequence text -> NODES.textNode(text.toString());
            case UUID id -> NODES.textNode(id.toString());
            case Money money ->
                NODES.objectNode()
                        .put("value", money.plain())
                        .put("currency", money.currency().code());
            case Currency currency -> NODES.textNode(currency.code());
            case LocalDate date -> NODES.textNode(date.toString());
            case Instant instant -> NODES.textNode(instant(instant));
            case ZoneId zone -> NODES.textNode(zone.getId());
            case Enum<?> constant -> NODES.textNode(constant.name());
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number.intValue());
            case Long number -> NODES.numberNode(number.longValue());
            case BigDecimal number -> NODES.numberNode(number);
            case JsonObject object -> object.node();
            case Map<?, ?> map -> object(map);
            case Iterable<?> items -> list(items);
            default -> throw new IllegalArgumentException("not written in answers: " + value.getClass());
        };
    }

    private static JsonNode object(Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        map.forEach((name, value) -> object.set(String.valueOf(name), node(value)));
        return object;
    }

    private static JsonNode list(Iterable<?> items) {
        ArrayNode list = NODES.arrayNode();
        items.forEach(item -> list.add(node(item)));
        return list;
    }
}
