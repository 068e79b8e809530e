package tranche.notifications.email;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** What stands around every mail, in one language: {@code tranche/notifications/texts/LANGUAGE/email.properties}. */
record LetterWords(Locale language, Map<String, String> texts) {

    private static final Map<Locale, LetterWords> LOADED = new ConcurrentHashMap<>();

    static LetterWords of(Locale language) {
        return LOADED.computeIfAbsent(language, LetterWords::load);
    }

    /** The language in which the mail is not written. */
    Locale other() {
        return language.equals(Locale.FRENCH) ? Locale.ENGLISH : Locale.FRENCH;
    }

    String say(String key) {
        return Objects.requireNonNull(texts.get(key), key);
    }

    /** A text with gaps, which may choose by a number. */
    String say(String key, Map<String, ?> gaps) {
        return new MessageFormat(say(key), language).format(gaps);
    }

    /** A time with its zone, for a mail is read anywhere. */
    String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(at.atZone(zone))
                + " (" + zone.getId() + ")";
    }

    private static LetterWords load(Locale language) {
        String path = "/tranche/notifications/texts/" + language.getLanguage() + "/email.properties";
        Properties texts = new Properties();
        try (InputStream in = LetterWords.class.getResourceAsStream(path)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in, path), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Map<String, String> known = new ConcurrentHashMap<>();
        texts.stringPropertyNames().forEach(key -> known.put(key, texts.getProperty(key)));
        return new LetterWords(language, Map.copyOf(known));
    }
}
