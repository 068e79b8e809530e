package tranche.notifications.template;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Figure;

/**
 * What alerts say in one language: a title and a body for each type, ICU messages whose gaps are the notice's figures. They
 * lie in {@code tranche/notifications/texts/LANGUAGE/alerts.properties}.
 */
public final class Templates {

    /**
     * Figures that notices of a type did not have from the beginning, though their sentences choose by them: what was kept
     * before has nothing to say there.
     */
    private static final Map<AlertType, String> LATER = Map.of(AlertType.MS_05, "chain", AlertType.NT_01, "failure");

    private static final String NONE = "none";

    private static final Map<Locale, Templates> LOADED = new ConcurrentHashMap<>();

    private final FigureWords words;
    private final Map<String, MessageFormat> messages;

    private Templates(FigureWords words, Map<String, MessageFormat> messages) {
        this.words = words;
        this.messages = messages;
    }

    /** What an alert says. */
    public record Saying(String title, String body) {}

    /** The texts of a language: English or French. */
    public static Templates of(Locale locale) {
        return LOADED.computeIfAbsent(locale, Templates::load);
    }

    /**
     * The text of an alert.
     *
     * @param names what its figures call by an id; what is not among them is called by the id
     */
    public Saying say(AlertType type, Map<String, Figure> figures, Map<UUID, String> names) {
        Map<String, Object> gaps = new HashMap<>();
        if (LATER.containsKey(type)) {
            gaps.put(LATER.get(type), NONE);
        }
        figures.forEach((gap, figure) -> gaps.put(gap, words.of(figure, names)));
        return new Saying(format(type.code() + ".title", gaps), format(type.code() + ".body", gaps));
    }

    private String format(String key, Map<String, Object> gaps) {
        MessageFormat message = Objects.requireNonNull(messages.get(key), key);
        // A MessageFormat is not safe for threads; a copy of one is cheap.
        return ((MessageFormat) message.clone()).format(gaps);
    }

    private static Templates load(Locale locale) {
        String path = "/tranche/notifications/texts/" + locale.getLanguage() + "/alerts.properties";
        Properties texts = new Properties();
        try (InputStream in = Templates.class.getResourceAsStream(path)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in, path), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Map<String, MessageFormat> messages = new HashMap<>();
        texts.stringPropertyNames()
                .forEach(key -> messages.put(key, new MessageFormat(texts.getProperty(key), locale)));
        return new Templates(FigureWords.of(locale), messages);
    }
}
