package tranche.notifications;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import tranche.Head;
import tranche.portal.AccountDisabled;
import tranche.portal.GrantGiven;
import tranche.portal.GrantWithdrawn;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Events as other services would have told them: every field has some value, those that a test names have theirs. */
@NullMarked
public final class Told {

    private Told() {}

    /** An event that was recorded now. */
    public static <T extends SpecificRecord> T event(Class<T> type, UUID key, Map<String, ?> fields) {
        return event(type, head(key, 1, Instant.now()), fields);
    }

    public static <T extends SpecificRecord> T event(Class<T> type, Head head, Map<String, ?> fields) {
        SpecificRecord record = filled(SpecificData.get().getSchema(type));
        record.put(0, head);
        fields.forEach(
                (name, value) -> record.put(record.getSchema().getField(name).pos(), value));
        return type.cast(record);
    }

    public static Head head(UUID key, long sequence, Instant at) {
        return Head.newBuilder()
                .setEventId(UUID.randomUUID())
                .setAggregateId(key)
                .setVersion(sequence)
                .setSequence(sequence)
                .setEffectiveDate(LocalDate.EPOCH)
                .setRecordedAt(at.truncatedTo(ChronoUnit.MICROS))
                .setActorId(UUID.randomUUID())
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    /** A grant that was given at a time. */
    public static GrantGiven given(UUID grant, UUID account, Role role, Scope scope, Instant at) {
        return GrantGiven.newBuilder()
                .setHead(head(account, 1, at))
                .setAccountId(account)
                .setGrantId(grant)
                .setRole(role.code())
                .setProgrammeId(scope.programme().orElse(null))
                .setFundId(scope.fund().orElse(null))
                .setInvestorId(scope.investor().orElse(null))
                .setProjectId(scope.project().orElse(null))
                .build();
    }

    public static GrantWithdrawn withdrawn(UUID grant, UUID account, Role role) {
        return GrantWithdrawn.newBuilder()
                .setHead(head(account, 2, Instant.now()))
                .setAccountId(account)
                .setGrantId(grant)
                .setRole(role.code())
                .build();
    }

    public static AccountDisabled shut(UUID account) {
        return AccountDisabled.newBuilder()
                .setHead(head(account, 2, Instant.now()))
                .setAccountId(account)
                .build();
    }

    public static tranche.Money money(String amount) {
        return new tranche.Money(new BigDecimal(amount).setScale(4), "USD");
    }

    private static SpecificRecord filled(Schema schema) {
        SpecificRecord record =
                (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field)));
        return record;
    }

    private static Object value(Schema.Field field) {
        return switch (field.name()) {
            case "currency" -> "USD";
            case "missing" -> List.of("CERTIFICATE");
            case "called" -> field.schema().getType() == Schema.Type.BOOLEAN ? false : value(field.schema());
            default -> value(field.schema());
        };
    }

    private static Object value(Schema schema) {
        String logical = Optional.ofNullable(schema.getLogicalType())
                .map(LogicalType::getName)
                .orElse("");
        return switch (schema.getType()) {
            case UNION -> value(schema.getTypes().get(1));
            case RECORD -> filled(schema);
            case ARRAY -> List.of(value(schema.getElementType()));
            case STRING -> logical.equals("uuid") ? UUID.randomUUID() : "Agreed";
            case INT -> logical.equals("date") ? (Object) LocalDate.of(2026, 12, 1) : (Object) 3;
            case LONG -> logical.isEmpty() ? (Object) 1L : (Object) Instant.EPOCH;
            case BOOLEAN -> true;
            case BYTES -> new BigDecimal("1250000.5000");
            default -> throw new IllegalArgumentException("no value for " + schema);
        };
    }
}
