package tranche.notifications.email;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tranche.notifications.Notifications;
import tranche.web.words.Sentences;

/** What stands around every mail, in one language: {@code tranche/notifications/texts/LANGUAGE/email.properties}. */
record LetterWords(Sentences sentences) {

    private static final Map<Locale, LetterWords> LOADED = new ConcurrentHashMap<>();

    static LetterWords of(Locale language) {
        return LOADED.computeIfAbsent(
                language, asked -> new LetterWords(Sentences.read(Notifications.NAME, asked, List.of("email"))));
    }

    Locale language() {
        return sentences.language();
    }

    /** The language in which the mail is not written. */
    Locale other() {
        return language().equals(Locale.FRENCH) ? Locale.ENGLISH : Locale.FRENCH;
    }

    String say(String key) {
        return sentences.say(key);
    }

    /** A text with gaps, which may choose by a number. */
    String say(String key, Map<String, ?> gaps) {
        return sentences.say(key, gaps);
    }

    /** A time with its zone, for a mail is read anywhere. */
    String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language())
                        .format(at.atZone(zone))
                + " (" + zone.getId() + ")";
    }
}
