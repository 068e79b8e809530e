package tranche.notifications.email;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tranche.notifications.Notifications;
import tranche.notifications.email.domain.Sheet;
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

    /** A section with its rows as lines: the name of each cell before it, but for what the row is of. */
    LetterModel.Part part(Sheet.Section section) {
        List<String> columns = section.columns();
        List<List<String>> lines = new ArrayList<>();
        for (List<String> row : section.rows()) {
            if (columns.isEmpty()) {
                lines.add(List.of(cell(row.getFirst(), row.getLast())));
            } else {
                List<String> named = new ArrayList<>(List.of(row.getFirst()));
                for (int place = 1; place < row.size(); place++) {
                    named.add(cell(columns.get(place), row.get(place)));
                }
                lines.add(named);
            }
        }
        return new LetterModel.Part(section, lines);
    }

    private String cell(String name, String value) {
        return say("sheet.cell", Map.of("name", name, "value", value));
    }

    /** A time with its zone, for a mail is read anywhere. */
    String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language())
                        .format(at.atZone(zone))
                + " (" + zone.getId() + ")";
    }
}
