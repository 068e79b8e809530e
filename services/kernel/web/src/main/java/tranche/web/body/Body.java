package tranche.web.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * A request's JSON object, read field by field.
 *
 * <p>Whatever is wrong is collected, so that the caller is told everything at once: a read of a field that is missing or
 * wrong gives a stand-in of its type, and {@link #check} throws what was found, fields that nobody read included. Read
 * all fields, check, then use what was read. A field that is {@code null} counts as absent.
 */
public final class Body {

    private final JsonNode node;
    private final String pointer;
    private final Findings findings;
    private final Set<String> read = new HashSet<>();
    private final List<Body> parts = new ArrayList<>();
    private boolean checked;

    private Body(JsonNode node, String pointer, Findings findings) {
        this.node = node;
        this.pointer = pointer;
        this.findings = findings;
    }

    /**
     * Reads a body.
     *
     * @throws tranche.web.problem.Problem {@code malformed} where it is not one JSON value in UTF-8, or has a field twice
     */
    public static Body of(byte[] json) {
        return of(StrictJson.read(json));
    }

    static Body of(JsonNode node) {
        Body body = new Body(node, "", new Findings());
        if (!node.isObject()) {
            body.wrongType("", "object");
        }
        return body;
    }

    /** Reads a body that may be left out: no bytes at all are an object without fields. */
    public static Body ofOptional(byte[] json) {
        return json.length == 0 ? new Body(JsonNodeFactory.instance.objectNode(), "", new Findings()) : of(json);
    }

    /**
     * Ends the reading.
     *
     * @throws tranche.web.problem.Problem {@code validation} with all findings, if there are any
     */
    public void check() {
        findUnread();
        checked = true;
        findings.check();
    }

    /** Whether something was found wrong with the fields that were read by now. */
    public boolean isWrongSoFar() {
        return !findings.isEmpty();
    }

    /** Whether something was found wrong, fields that nobody read included. Asked once all fields are read. */
    public boolean isWrong() {
        return isWrongSoFar() || hasUnread();
    }

    /** Whether the reading has been ended; what was read before that may be a stand-in. */
    public boolean isChecked() {
        return checked;
    }

    /** Whether the field is there, be it as {@code null}: what a PATCH takes as "clear it". */
    public boolean has(String field) {
        return node.has(field);
    }

    /** Whether the field has a value. */
    public boolean isGiven(String field) {
        return value(field) != null;
    }

    /** Whether this stands in for a part that is missing or no object, which has been found then. */
    public boolean isStandIn() {
        return node.isNull();
    }

    /** A text of one line, 1 to {@code most} characters, in NFC, without blanks at its ends. */
    public String text(String field, int most) {
        return required(field, () -> "", value -> Texts.line(this, pointer(field), value, most));
    }

    /** As {@link #text}, if it is there. */
    public Optional<String> optionalText(String field, int most) {
        return optional(field, value -> Texts.line(this, pointer(field), value, most));
    }

    /** A text that may have several lines, ended by line feeds. */
    public String paragraphs(String field, int most) {
        return required(field, () -> "", value -> Texts.paragraphs(this, pointer(field), value, most));
    }

    public Optional<String> optionalParagraphs(String field, int most) {
        return optional(field, value -> Texts.paragraphs(this, pointer(field), value, most));
    }

    /**
     * A text of a form of its own, for instance an LEI.
     *
     * @param code of the finding where the parser gives nothing
     * @param standIn used where the field is missing or wrong
     */
    public <T> T parsed(String field, String code, Function<String, Optional<T>> parser, T standIn) {
        return required(field, () -> standIn, value -> Texts.parsed(this, pointer(field), value, code, parser));
    }

    public <T> Optional<T> optionalParsed(String field, String code, Function<String, Optional<T>> parser) {
        return optional(field, value -> Texts.parsed(this, pointer(field), value, code, parser));
    }

    public UUID uuid(String field) {
        return parsed(field, "not-a-uuid", Forms::uuid, Texts.NO_ID);
    }

    public Optional<UUID> optionalUuid(String field) {
        return optionalParsed(field, "not-a-uuid", Forms::uuid);
    }

    /** A day from 1900 to 2999, for instance {@code 2026-03-31}. */
    public LocalDate date(String field) {
        return parsed(field, "not-a-date", Forms::date, LocalDate.EPOCH);
    }

    public Optional<LocalDate> optionalDate(String field) {
        return optionalParsed(field, "not-a-date", Forms::date);
    }

    /** An instant in UTC with at most six decimals, for instance {@code 2026-03-31T09:00:00.123456Z}. */
    public Instant instant(String field) {
        return parsed(field, "not-an-instant", Forms::instant, Instant.EPOCH);
    }

    public Currency currency(String field) {
        return parsed(field, "unknown-currency", Forms::currency, Amounts.STAND_IN);
    }

    /** A country of ISO 3166-1, two capital letters. */
    public String country(String field) {
        return parsed(field, "unknown-country", Forms::country, "");
    }

    public Optional<String> optionalCountry(String field) {
        return optionalParsed(field, "unknown-country", Forms::country);
    }

    /** A time zone by its IANA name. */
    public Optional<ZoneId> optionalZone(String field) {
        return optionalParsed(field, "unknown-zone", Forms::zone);
    }

    /** A SHA-256 as 64 lower-case hex digits. */
    public String sha256(String field) {
        return parsed(field, "not-a-sha256", Forms::sha256, "");
    }

    public Optional<String> optionalSha256(String field) {
        return optionalParsed(field, "not-a-sha256", Forms::sha256);
    }

    /** A constant by its name. */
    public <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        return oneOf(field, byName(type));
    }

    public <E extends Enum<E>> Optional<E> optionalOneOf(String field, Class<E> type) {
        return optionalOneOf(field, byName(type));
    }

    /** One of the values by their names on the wire, in the order in which a caller is told them. */
    public <E> E oneOf(String field, Map<String, E> values) {
        return required(
                field,
                () -> values.values().iterator().next(),
                value -> Texts.oneOf(this, pointer(field), value, values));
    }

    public <E> Optional<E> optionalOneOf(String field, Map<String, E> values) {
        return optional(field, value -> Texts.oneOf(this, pointer(field), value, values));
    }

    /** An amount of any sign, {@code {"value": "1234.50", "currency": "USD"}}, of whole minor units. */
    public Money money(String field) {
        return required(field, Amounts::zero, value -> Amounts.read(part(field, value)));
    }

    public Optional<Money> optionalMoney(String field) {
        return optional(field, value -> Amounts.read(part(field, value)));
    }

    /** An amount above zero. */
    public Money positiveMoney(String field) {
        return required(field, Amounts::zero, value -> Amounts.positive(part(field, value)));
    }

    public Optional<Money> optionalPositiveMoney(String field) {
        return optional(field, value -> Amounts.positive(part(field, value)));
    }

    /** An amount of zero or more. */
    public Optional<Money> optionalUnsignedMoney(String field) {
        return optional(field, value -> Amounts.unsigned(part(field, value)));
    }

    public boolean flag(String field) {
        return required(field, () -> false, value -> Numbers.flag(this, field, value));
    }

    public Optional<Boolean> optionalFlag(String field) {
        return optional(field, value -> Numbers.flag(this, field, value));
    }

    /** A whole number from {@code min} to {@code max}. */
    public int whole(String field, int min, int max) {
        return required(field, () -> min, value -> Numbers.whole(this, field, value, min, max));
    }

    public Optional<Integer> optionalWhole(String field, int min, int max) {
        return optional(field, value -> Numbers.whole(this, field, value, min, max));
    }

    /** A part of its own; where it is missing, one whose reads find nothing more. */
    public Body object(String field) {
        return required(field, Body::silent, value -> objectAt(pointer(field), value));
    }

    public Optional<Body> optionalObject(String field) {
        return optional(field, value -> objectAt(pointer(field), value));
    }

    /** Parts in their order; none where the list is missing, which is found only if {@code least} is above zero. */
    public List<Body> objects(String field, int least, int most) {
        return list(field, least, most, this::objectAt);
    }

    public List<UUID> uuids(String field, int least, int most) {
        return list(field, least, most, (at, item) -> Texts.parsed(this, at, item, "not-a-uuid", Forms::uuid));
    }

    /** Texts of one line each. */
    public List<String> texts(String field, int least, int most, int mostCharacters) {
        return list(field, least, most, (at, item) -> Texts.line(this, at, item, mostCharacters));
    }

    /** Values by their names on the wire. */
    public <E> List<E> eachOneOf(String field, int least, int most, Map<String, E> values) {
        return list(field, least, most, (at, item) -> Texts.oneOf(this, at, item, values));
    }

    /** Texts of one line each by names that the caller chooses, in their order; none where the part is missing. */
    public Map<String, String> named(String field, int most, int mostCharacters) {
        Map<String, String> named = new LinkedHashMap<>();
        optionalObject(field).ifPresent(part -> {
            if (part.node.size() > most) {
                findAt(pointer(field), "too-many-items", Map.of("max", most));
                part.node.fieldNames().forEachRemaining(part.read::add);
            } else {
                part.node
                        .fieldNames()
                        .forEachRemaining(name ->
                                part.optionalText(name, mostCharacters).ifPresent(text -> named.put(name, text)));
            }
        });
        return named;
    }

    /** Adds a finding at a field of this part, for instance that it does not fit another. */
    public void find(String field, String code) {
        findAt(pointer(field), code, Map.of());
    }

    /** Adds a finding at a field of this part, whose sentence needs facts. */
    public void find(String field, String code, Map<String, Object> facts) {
        findAt(pointer(field), code, facts);
    }

    /** Adds a finding at a member of one of this part's fields. */
    public void find(String field, String member, String code, Map<String, Object> facts) {
        findAt(pointer(field) + step(member), code, facts);
    }

    /** Adds the finding that what the field names does not exist or may not be seen. */
    public void unknownReference(String field) {
        find(field, "unknown-reference");
    }

    /** The JSON pointer of a field of this part. */
    public String pointer(String field) {
        return pointer + step(field);
    }

    private static String step(String member) {
        return "/" + member.replace("~", "~0").replace("/", "~1");
    }

    void findAt(String at, String code, Map<String, Object> facts) {
        findings.add(at, code, facts);
    }

    void wrongType(String at, String expected) {
        findAt(at, "wrong-type", Map.of("expected", expected));
    }

    /** Reads a field that must be there; nothing where it is missing or wrong, which has then been found. */
    <T> Optional<T> needed(String field, Function<JsonNode, Optional<T>> reader) {
        JsonNode value = value(field);
        if (value == null && node.isObject()) {
            findAt(pointer(field), "required", Map.of());
        }
        return value == null ? Optional.empty() : reader.apply(value);
    }

    private <T> T required(String field, Supplier<T> standIn, Function<JsonNode, Optional<T>> reader) {
        return needed(field, reader).orElseGet(standIn);
    }

    private <T> Optional<T> optional(String field, Function<JsonNode, Optional<T>> reader) {
        JsonNode value = value(field);
        return value == null ? Optional.empty() : reader.apply(value);
    }

    private <T> List<T> list(String field, int least, int most, ItemReader<T> reader) {
        JsonNode value = value(field);
        if (value == null) {
            if (least > 0 && node.isObject()) {
                findAt(pointer(field), "required", Map.of());
            }
            return List.of();
        }
        String at = pointer(field);
        if (!value.isArray()) {
            wrongType(at, "list");
            return List.of();
        }
        if (value.size() > most) {
            findAt(at, "too-many-items", Map.of("max", most));
            return List.of();
        }
        if (value.size() < least) {
            findAt(at, "too-few-items", Map.of("min", least));
        }
        List<T> items = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            reader.read(at + "/" + i, value.get(i)).ifPresent(items::add);
        }
        return List.copyOf(items);
    }

    private @Nullable JsonNode value(String field) {
        read.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private Body part(String field, JsonNode value) {
        return objectAt(pointer(field), value).orElseGet(Body::silent);
    }

    private Optional<Body> objectAt(String at, JsonNode value) {
        if (!value.isObject()) {
            wrongType(at, "object");
            return Optional.empty();
        }
        Body part = new Body(value, at, findings);
        parts.add(part);
        return Optional.of(part);
    }

    /** A part that is not there: nothing is required of it, and nothing in it is unread. */
    private static Body silent() {
        return new Body(JsonNodeFactory.instance.nullNode(), "", new Findings());
    }

    private boolean hasUnread() {
        return node.properties().stream().anyMatch(field -> !read.contains(field.getKey()))
                || parts.stream().anyMatch(Body::hasUnread);
    }

    private void findUnread() {
        node.fieldNames().forEachRemaining(field -> {
            if (!read.contains(field)) {
                findAt(pointer(field), "unknown-field", Map.of());
            }
        });
        parts.forEach(Body::findUnread);
    }

    private static <E extends Enum<E>> Map<String, E> byName(Class<E> type) {
        Map<String, E> names = new LinkedHashMap<>();
        EnumSet.allOf(type).forEach(constant -> names.put(constant.name(), constant));
        return names;
    }

    /** Reads one item of a list. */
    private interface ItemReader<T> {
        Optional<T> read(String at, JsonNode item);
    }
}
