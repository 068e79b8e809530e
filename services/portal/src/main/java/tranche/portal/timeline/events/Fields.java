package tranche.portal.timeline.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tranche.Head;

/** Reads of an event what another may not have. */
final class Fields {

    private Fields() {}

    static Head head(SpecificRecord event) {
        return (Head) event.get(0);
    }

    static Optional<UUID> id(SpecificRecord event, String name) {
        return Optional.ofNullable((UUID) field(event, name));
    }

    static Optional<String> text(SpecificRecord event, String name) {
        return Optional.ofNullable((String) field(event, name));
    }

    static Optional<LocalDate> day(SpecificRecord event, String name) {
        return Optional.ofNullable((LocalDate) field(event, name));
    }

    static Optional<Integer> number(SpecificRecord event, String name) {
        return Optional.ofNullable((Integer) field(event, name));
    }

    static Optional<BigDecimal> decimal(SpecificRecord event, String name) {
        return Optional.ofNullable((BigDecimal) field(event, name));
    }

    private static @Nullable Object field(SpecificRecord event, String name) {
        Schema.Field field = event.getSchema().getField(name);
        return field == null ? null : event.get(field.pos());
    }
}
