package tranche.commitments.notice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tranche.commitments.Commitments;
import tranche.web.words.Sentences;

/**
 * What a notice says in one language, with amounts and days as that language writes them: an amount in full to its minor
 * unit with the code of its currency, a day in words.
 */
final class NoticeWords {

    private static final Map<Locale, NoticeWords> LOADED = new ConcurrentHashMap<>();

    private static final char NARROW = '\u202F';
    private static final char NO_BREAK = '\u00A0';

    /** Six places tell two shares of a fund of a million investors apart. */
    private static final int PLACES = 6;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Locale locale;
    private final boolean french;
    private final Sentences sentences;

    private NoticeWords(Locale locale) {
        this.locale = locale;
        this.french = locale.equals(Locale.FRENCH);
        this.sentences = Sentences.read(Commitments.NAME, locale, List.of("notice"));
    }

    /** The words of a language: English or French. */
    static NoticeWords of(Locale locale) {
        return LOADED.computeIfAbsent(locale, NoticeWords::new);
    }

    String say(String key) {
        return sentences.say(key);
    }

    String say(String key, Map<String, Object> gaps) {
        return sentences.say(key, gaps);
    }

    String language() {
        return locale.getLanguage();
    }

    /** {@code USD 756,000,000.00}, {@code 756 000 000,00 USD}. */
    String amount(String value, String currency) {
        BigDecimal exact = new BigDecimal(value);
        String figure = figure(exact, exact.scale());
        return french ? figure + NO_BREAK + currency : currency + NO_BREAK + figure;
    }

    /** {@code 18.000000%}, {@code 18,000000 %}: of a whole above zero, rounded half up. */
    String share(String part, String whole) {
        BigDecimal percent =
                new BigDecimal(part).multiply(HUNDRED).divide(new BigDecimal(whole), PLACES, RoundingMode.HALF_UP);
        String figure = figure(percent, PLACES);
        return french ? figure + NARROW + "%" : figure + "%";
    }

    private String figure(BigDecimal value, int decimals) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(french ? NARROW : ',');
        symbols.setDecimalSeparator(french ? ',' : '.');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** {@code Wednesday 14 January 2026}, {@code jeudi 1er janvier 2026}. */
    String dayOfWeek(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale) + NO_BREAK + day(date);
    }

    /** {@code 14 January 2026}, {@code 1er janvier 2026}. */
    String day(LocalDate date) {
        String number = french && date.getDayOfMonth() == 1 ? "1er" : Integer.toString(date.getDayOfMonth());
        return number + NO_BREAK + date.getMonth().getDisplayName(TextStyle.FULL, locale) + NO_BREAK + date.getYear();
    }

    /** {@code 15 December 2025, 16:20 (Europe/Paris)}, {@code 15 décembre 2025, 16 h 20 (Europe/Paris)}. */
    String moment(Instant instant, ZoneId zone) {
        ZonedDateTime there = instant.atZone(zone);
        String minute = (there.getMinute() < 10 ? "0" : "") + there.getMinute();
        String hour = Integer.toString(there.getHour());
        String time = french
                ? hour + NO_BREAK + "h" + NO_BREAK + minute
                : (there.getHour() < 10 ? "0" : "") + hour + ":" + minute;
        return day(there.toLocalDate()) + ", " + time + " (" + zone.getId() + ")";
    }
}
