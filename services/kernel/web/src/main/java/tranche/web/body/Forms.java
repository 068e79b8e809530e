package tranche.web.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tranche.values.money.Currency;

/** The forms of single values in requests, each read strictly: the value, or nothing where the text is not of the form. */
public final class Forms {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DATE_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT_FORM =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z");
    private static final Pattern TIME_FORM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern SHA256_FORM = Pattern.compile("[0-9a-f]{64}");

    /** No commitment is older and none is agreed for later; the database could keep more. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2999;

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Forms() {}

    /** A UUID of any version in its canonical form; upper case is taken, though never answered. */
    public static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** A day from 1900 to 2999 of the form {@code 2026-03-31}. */
    public static Optional<LocalDate> date(String text) {
        if (!DATE_FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** An instant in UTC with at most six decimals, of the form {@code 2026-03-31T09:00:00.123456Z}. */
    public static Optional<Instant> instant(String text) {
        if (!INSTANT_FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return date(text.substring(0, 10)).map(_ -> Instant.parse(text));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** A time of day of the form {@code 22:00}. */
    public static Optional<LocalTime> time(String text) {
        return TIME_FORM.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    }

    /** A currency of ISO 4217 in which money can be paid. */
    public static Optional<Currency> currency(String text) {
        return Currency.isKnown(text) ? Optional.of(new Currency(text)) : Optional.empty();
    }

    /** A country of ISO 3166-1, two capital letters. */
    public static Optional<String> country(String text) {
        return COUNTRIES.contains(text) ? Optional.of(text) : Optional.empty();
    }

    /** A time zone of the IANA database by its name; offsets are none. */
    public static Optional<ZoneId> zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
    }

    /** A SHA-256 as 64 lower-case hex digits. */
    public static Optional<String> sha256(String text) {
        return SHA256_FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
