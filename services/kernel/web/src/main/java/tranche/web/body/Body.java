package tranche.web.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private final Part part;
    private boolean checked;

    private Body(Part part) {
        this.part = part;
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
        return new Body(Part.outermost(node));
    }

    /** Reads a body that may be left out: no bytes at all are an object without fields. */
    public static Body ofOptional(byte[] json) {
        return json.length == 0 ? of(JsonNodeFactory.instance.objectNode()) : of(json);
    }

    /**
     * Ends the reading.
     *
     * @throws tranche.web.problem.Problem {@code validation} with all findings, if there are any
     */
    public void check() {
        checked = true;
        part.check();
    }

    /** Whether something was found wrong with the fields that were read by now. */
    public boolean isWrongSoFar() {
        return part.isWrongSoFar();
    }

    /** Whether something was found wrong, fields that nobody read included. Asked once all fields are read. */
    public boolean isWrong() {
        return isWrongSoFar() || part.hasUnread();
    }

    /** Whether the reading has been ended; what was read before that may be a stand-in. */
    public boolean isChecked() {
        return checked;
    }

    /** Whether the field is there, be it as {@code null}: what a PATCH takes as "clear it". */
    public boolean has(String field) {
        return part.has(field);
    }

    /** Whether the field has a value. */
    public boolean isGiven(String field) {
        return part.value(field) != null;
    }

    /** Whether this stands in for a part that is missing or no object, which has been found then. */
    public boolean isStandIn() {
        return part.isAbsent();
    }

    /** A text of one line, 1 to {@code most} characters, in NFC, without blanks at its ends. */
    public String text(String field, int most) {
        return part.required(field, () -> "", value -> Texts.line(part, part.pointer(field), value, most));
    }

    /** As {@link #text}, if it is there. */
    public Optional<String> optionalText(String field, int most) {
        return part.optional(field, value -> Texts.line(part, part.pointer(field), value, most));
    }

    /** A text that may have several lines, ended by line feeds. */
    public String paragraphs(String field, int most) {
        return part.required(field, () -> "", value -> Texts.paragraphs(part, part.pointer(field), value, most));
    }

    public Optional<String> optionalParagraphs(String field, int most) {
        return part.optional(field, value -> Texts.paragraphs(part, part.pointer(field), value, most));
    }

    /**
     * A text of a form of its own, for instance an LEI.
     *
     * @param code of the finding where the parser gives nothing
     * @param standIn used where the field is missing or wrong
     */
    public <T> T parsed(String field, String code, Function<String, Optional<T>> parser, T standIn) {
        return part.required(
                field, () -> standIn, value -> Texts.parsed(part, part.pointer(field), value, code, parser));
    }

    public <T> Optional<T> optionalParsed(String field, String code, Function<String, Optional<T>> parser) {
        return part.optional(field, value -> Texts.parsed(part, part.pointer(field), value, code, parser));
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

    /** A time of day, for instance {@code 22:00}. */
    public LocalTime time(String field) {
        return parsed(field, "not-a-time", Forms::time, LocalTime.MIDNIGHT);
    }

    /** A time zone by its IANA name. */
    public ZoneId zone(String field) {
        return parsed(field, "unknown-zone", Forms::zone, ZoneOffset.UTC);
    }

    /** A time zone by its IANA name, if it is there. */
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
        return oneOf(field, Texts.names(type));
    }

    public <E extends Enum<E>> Optional<E> optionalOneOf(String field, Class<E> type) {
        return optionalOneOf(field, Texts.names(type));
    }

    /** One of the values by their names on the wire, in the order in which a caller is told them. */
    public <E> E oneOf(String field, Map<String, E> values) {
        return part.required(
                field,
                () -> values.values().iterator().next(),
                value -> Texts.oneOf(part, part.pointer(field), value, values));
    }

    public <E> Optional<E> optionalOneOf(String field, Map<String, E> values) {
        return part.optional(field, value -> Texts.oneOf(part, part.pointer(field), value, values));
    }

    /** An amount of any sign, {@code {"value": "1234.50", "currency": "USD"}}, of whole minor units. */
    public Money money(String field) {
        return part.required(field, Amounts::zero, value -> Amounts.read(within(field, value)));
    }

    public Optional<Money> optionalMoney(String field) {
        return part.optional(field, value -> Amounts.read(within(field, value)));
    }

    /** An amount above zero. */
    public Money positiveMoney(String field) {
        return part.required(field, Amounts::zero, value -> Amounts.positive(within(field, value)));
    }

    public Optional<Money> optionalPositiveMoney(String field) {
        return part.optional(field, value -> Amounts.positive(within(field, value)));
    }

    /** An amount of zero or more. */
    public Optional<Money> optionalUnsignedMoney(String field) {
        return part.optional(field, value -> Amounts.unsigned(within(field, value)));
    }

    public boolean flag(String field) {
        return part.required(field, () -> false, value -> Numbers.flag(part, field, value));
    }

    public Optional<Boolean> optionalFlag(String field) {
        return part.optional(field, value -> Numbers.flag(part, field, value));
    }

    /** A whole number from {@code min} to {@code max}. */
    public int whole(String field, int min, int max) {
        return part.required(field, () -> min, value -> Numbers.whole(part, field, value, min, max));
    }

    public Optional<Integer> optionalWhole(String field, int min, int max) {
        return part.optional(field, value -> Numbers.whole(part, field, value, min, max));
    }

    /** A number from {@code min} to {@code max}, with whatever decimals it has. */
    public Optional<BigDecimal> optionalNumber(String field, BigDecimal min, BigDecimal max) {
        return part.optional(field, value -> Numbers.number(part, field, value, min, max));
    }

    /** A part of its own; where it is missing, one whose reads find nothing more. */
    public Body object(String field) {
        return new Body(part.required(field, Part::absent, value -> part.within(part.pointer(field), value)));
    }

    public Optional<Body> optionalObject(String field) {
        return part.optional(field, value -> part.within(part.pointer(field), value))
                .map(Body::new);
    }

    /** Parts in their order; none where the list is missing, which is found only if {@code least} is above zero. */
    public List<Body> objects(String field, int least, int most) {
        return part.list(field, least, most, part::within).stream()
                .map(Body::new)
                .toList();
    }

    public List<UUID> uuids(String field, int least, int most) {
        return part.list(field, least, most, (at, item) -> Texts.parsed(part, at, item, "not-a-uuid", Forms::uuid));
    }

    /** Texts of one line each. */
    public List<String> texts(String field, int least, int most, int mostCharacters) {
        return part.list(field, least, most, (at, item) -> Texts.line(part, at, item, mostCharacters));
    }

    /** Values by their names on the wire. */
    public <E> List<E> eachOneOf(String field, int least, int most, Map<String, E> values) {
        return part.list(field, least, most, (at, item) -> Texts.oneOf(part, at, item, values));
    }

    /** Constants by their names. */
    public <E extends Enum<E>> List<E> eachOneOf(String field, int least, int most, Class<E> type) {
        return eachOneOf(field, least, most, Texts.names(type));
    }

    /** Texts of one line each by names that the caller chooses, in their order; none where the part is missing. */
    public Map<String, String> named(String field, int most, int mostCharacters) {
        return part.optional(field, value -> part.within(part.pointer(field), value))
                .map(named -> Texts.named(named, most, mostCharacters))
                .orElse(Map.of());
    }

    /** Adds a finding at a field of this part, for instance that it does not fit another. */
    public void find(String field, String code) {
        part.find(field, code, Map.of());
    }

    /** Adds a finding at a field of this part, whose sentence needs facts. */
    public void find(String field, String code, Map<String, Object> facts) {
        part.find(field, code, facts);
    }

    /** Adds a finding at a member of one of this part's fields. */
    public void find(String field, String member, String code, Map<String, Object> facts) {
        part.findAt(part.pointer(field) + Part.step(member), code, facts);
    }

    /**
     * An id of something that must be there for the caller. Of a body that is right the decision asks whether it is; beside
     * what is wrong it is told at once, so that nobody mends a body field by field.
     *
     * @param isThere asked only where something else of the body is wrong
     */
    public UUID reference(String field, Predicate<UUID> isThere) {
        UUID id = uuid(field);
        part.refer(field, () -> isThere.test(id));
        return id;
    }

    /** Adds the finding that what the field names does not exist or may not be seen. */
    public void unknownReference(String field) {
        find(field, "unknown-reference");
    }

    /** The JSON pointer of a field of this part. */
    public String pointer(String field) {
        return part.pointer(field);
    }

    private Part within(String field, JsonNode value) {
        return part.within(part.pointer(field), value).orElseGet(Part::absent);
    }
}
