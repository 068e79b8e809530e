package tranche.web.words;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The sentences of a service in one language, ICU messages by key; one key is one sentence and no sentence is glued from
 * parts.
 *
 * <p>The files lie in {@code tranche/SERVICE/texts/LANGUAGE/}. A key that is asked for and does not exist is a defect and
 * told as {@link IllegalArgumentException}; one that is written twice, of which one text would be lost, ends the start.
 */
public final class Sentences {

    private final Locale language;
    private final Map<String, MessageFormat> messages;

    private Sentences(Locale language, Map<String, MessageFormat> messages) {
        this.language = language;
        this.messages = Map.copyOf(messages);
    }

    /**
     * Reads files; whoever asks often keeps what is answered.
     *
     * @param service whose they are, for instance {@code portal}
     * @param files their names without ending
     */
    public static Sentences read(String service, Locale language, List<String> files) {
        Map<String, MessageFormat> messages = new HashMap<>();
        for (String file : files) {
            read("/tranche/" + service + "/texts/" + language.getLanguage() + "/" + file + ".properties")
                    .forEach((key, pattern) -> {
                        if (messages.put((String) key, new MessageFormat((String) pattern, language)) != null) {
                            throw twice((String) key);
                        }
                    });
        }
        return new Sentences(language, messages);
    }

    public Locale language() {
        return language;
    }

    public Set<String> keys() {
        return messages.keySet();
    }

    /** Whether there is such a sentence. */
    public boolean has(String key) {
        return messages.containsKey(key);
    }

    /** A sentence without gaps. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** A sentence with its gaps filled: whole numbers are formatted in the language, strings stand as they are. */
    public String say(String key, Map<String, ?> gaps) {
        MessageFormat message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + language);
        }
        // A MessageFormat is not safe for threads; a copy of one is cheap.
        return ((MessageFormat) message.clone()).format(gaps);
    }

    private static Properties read(String path) {
        try (InputStream in = Sentences.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no texts at " + path);
            }
            Properties texts = new Unrepeated();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static IllegalStateException twice(String key) {
        return new IllegalStateException("the text " + key + " is written twice");
    }

    /** Properties that refuse a key written twice. */
    private static final class Unrepeated extends Properties {
        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw twice((String) key);
            }
            return super.put(key, value);
        }
    }
}
