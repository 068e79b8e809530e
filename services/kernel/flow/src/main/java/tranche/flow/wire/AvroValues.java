package tranche.flow.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** A record of whatever schema as plain values, for whoever shows an event that this program may have no class for. */
public final class AvroValues {

    private AvroValues() {}

    /**
     * The record's fields by name, in the schema's order: texts, whole numbers, booleans, {@code UUID}, {@code LocalDate},
     * {@code Instant}, {@link Money}; other decimals as plain text and bytes in hexadecimal; lists and maps of these; null.
     */
    public static Map<String, @Nullable Object> of(GenericRecord event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : event.getSchema().getFields()) {
            fields.put(field.name(), value(field.schema(), event.get(field.pos())));
        }
        return fields;
    }

    private static @Nullable Object value(Schema schema, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (schema.getType()) {
            case UNION -> value(schema.getTypes().get(GenericData.get().resolveUnion(schema, value)), value);
            case RECORD -> record((GenericRecord) value);
            case ARRAY -> list(schema.getElementType(), (Iterable<?>) value);
            case MAP -> map(schema.getValueType(), (Map<?, ?>) value);
            case STRING -> text(schema.getLogicalType(), value.toString());
            case INT -> day(schema.getLogicalType(), (Integer) value);
            case LONG -> time(schema.getLogicalType(), (Long) value);
            case BYTES -> bytes(schema.getLogicalType(), (ByteBuffer) value);
            case BOOLEAN -> value;
            case ENUM, FIXED, FLOAT, DOUBLE, NULL -> value.toString();
        };
    }

    private static Object record(GenericRecord record) {
        return record.getSchema().getFullName().equals("tranche.Money")
                ? new Money(
                        new Currency(record.get("currency").toString()),
                        decimal(record.getSchema().getField("value").schema(), (ByteBuffer) record.get("value")))
                : of(record);
    }

    private static List<@Nullable Object> list(Schema element, Iterable<?> values) {
        List<@Nullable Object> list = new ArrayList<>();
        values.forEach(item -> list.add(value(element, item)));
        return list;
    }

    private static Map<String, @Nullable Object> map(Schema element, Map<?, ?> values) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        values.forEach((name, item) -> map.put(String.valueOf(name), value(element, item)));
        return map;
    }

    private static Object text(@Nullable LogicalType type, String text) {
        return type != null && type.getName().equals("uuid") ? UUID.fromString(text) : text;
    }

    private static Object day(@Nullable LogicalType type, int number) {
        return type instanceof LogicalTypes.Date ? LocalDate.ofEpochDay(number) : (Object) number;
    }

    private static Object time(@Nullable LogicalType type, long number) {
        return type instanceof LogicalTypes.TimestampMicros
                ? Instant.EPOCH.plus(number, ChronoUnit.MICROS)
                : (Object) number;
    }

    private static Object bytes(@Nullable LogicalType type, ByteBuffer bytes) {
        return type instanceof LogicalTypes.Decimal decimal
                ? new BigDecimal(new BigInteger(array(bytes)), decimal.getScale()).toPlainString()
                : HexFormat.of().formatHex(array(bytes));
    }

    private static BigDecimal decimal(Schema schema, ByteBuffer bytes) {
        return new BigDecimal(
                new BigInteger(array(bytes)), ((LogicalTypes.Decimal) schema.getLogicalType()).getScale());
    }

    private static byte[] array(ByteBuffer bytes) {
        byte[] array = new byte[bytes.remaining()];
        bytes.duplicate().get(array);
        return array;
    }
}
