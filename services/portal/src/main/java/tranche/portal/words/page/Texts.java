package tranche.portal.words.page;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of the pages in one language, ICU messages by key; one key is one sentence and no sentence is glued from
 * parts.
 *
 * <p>The files lie in {@code tranche/portal/texts/LANGUAGE/}. A key that is asked for and does not exist is a defect and
 * told as {@link IllegalArgumentException}; a test holds keys, languages and uses equal.
 */
public final class Texts {

    /** The files of each language, one for each part of the portal. */
    public static final List<String> FILES = List.of(
            "words",
            "frame",
            "listing",
            "session",
            "overview",
            "projects",
            "project",
            "work",
            "commitments",
            "commitment",
            "calls",
            "call",
            "home",
            "alerts",
            "kinds",
            "preferences",
            "endpoints",
            "approvals",
            "mail",
            "verify",
            "problem",
            "reference");

    private static final Map<Locale, Texts> LOADED = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Map<String, MessageFormat> messages;

    private Texts(Locale locale, Map<String, MessageFormat> messages) {
        this.locale = locale;
        this.messages = messages;
    }

    /** The texts of a language. */
    public static Texts of(Locale locale) {
        return LOADED.computeIfAbsent(locale, Texts::load);
    }

    public Locale locale() {
        return locale;
    }

    /** The keys of this language. */
    public Set<String> keys() {
        return Set.copyOf(messages.keySet());
    }

    /** Whether there is such a sentence. */
    public boolean has(String key) {
        return messages.containsKey(key);
    }

    /** A sentence without gaps. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** A sentence with one gap. */
    public String say(String key, String gap, Object value) {
        return say(key, Map.of(gap, value));
    }

    /** A sentence with two gaps. */
    public String say(String key, String gap, Object value, String gap2, Object value2) {
        return say(key, Map.of(gap, value, gap2, value2));
    }

    /** A sentence with three gaps. */
    public String say(String key, String gap, Object value, String gap2, Object value2, String gap3, Object value3) {
        return say(key, Map.of(gap, value, gap2, value2, gap3, value3));
    }

    /** A sentence with its gaps filled: whole numbers are formatted in the language, strings stand as they are. */
    public String say(String key, Map<String, ?> gaps) {
        MessageFormat message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + locale);
        }
        // A MessageFormat is not safe for threads; a copy of one is cheap.
        return ((MessageFormat) message.clone()).format(gaps);
    }

    private static Texts load(Locale locale) {
        Map<String, MessageFormat> messages = new HashMap<>();
        for (String file : FILES) {
            read(locale, file).forEach((key, pattern) -> {
                if (messages.put((String) key, new MessageFormat((String) pattern, locale)) != null) {
                    throw new IllegalStateException("the text " + key + " is written twice in " + locale);
                }
            });
        }
        return new Texts(locale, Map.copyOf(messages));
    }

    private static Properties read(Locale locale, String file) {
        String path = "/tranche/portal/texts/" + locale.getLanguage() + "/" + file + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(path)) {
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

    /** Properties that refuse a key written twice, of which one text would be lost. */
    private static final class Unrepeated extends Properties {
        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new IllegalStateException("the text " + key + " is written twice");
            }
            return super.put(key, value);
        }
    }

    /** Several things in a row, as the language lists them, English as it is written in London: {@code a, b and c}. */
    public String list(List<String> items) {
        Locale listed = locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
        return com.ibm.icu.text.ListFormatter.getInstance(listed).format(new ArrayList<>(items));
    }
}
