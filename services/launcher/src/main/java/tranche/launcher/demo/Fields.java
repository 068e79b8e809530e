package tranche.launcher.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A command's body in the making: fields in their order, and those that are not known left out. */
final class Fields {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    static Fields empty() {
        return new Fields();
    }

    Fields put(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    Fields put(String name, LocalDate value) {
        return put(name, value.toString());
    }

    Fields day(Optional<KnownDay> day) {
        day.ifPresent(known -> put("effectiveDate", known.day()));
        return this;
    }

    Fields money(String name, String value, String currency) {
        return put(
                name,
                Fields.empty().put("value", value).put("currency", currency).map());
    }

    Fields foreign(String sourceSystem, String externalRef) {
        return put("sourceSystem", sourceSystem).put("externalRef", externalRef);
    }

    Map<String, Object> map() {
        return fields;
    }
}
