package tranche.portal.words.page;

import com.ibm.icu.text.ListFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tranche.portal.Portal;
import tranche.web.words.Sentences;

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
            "form",
            "session",
            "overview",
            "figure",
            "projects",
            "project",
            "work",
            "commitments",
            "commitment",
            "calls",
            "call",
            "draft",
            "receipts",
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

    private final Sentences sentences;

    private Texts(Sentences sentences) {
        this.sentences = sentences;
    }

    /** The texts of a language. */
    public static Texts of(Locale locale) {
        return LOADED.computeIfAbsent(locale, language -> new Texts(Sentences.read(Portal.NAME, language, FILES)));
    }

    public Locale locale() {
        return sentences.language();
    }

    /** The keys of this language. */
    public Set<String> keys() {
        return sentences.keys();
    }

    /** Whether there is such a sentence. */
    public boolean has(String key) {
        return sentences.has(key);
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
        return sentences.say(key, gaps);
    }

    /** Several things in a row, as the language lists them, English as it is written in London: {@code a, b and c}. */
    public String list(List<String> items) {
        Locale listed = locale().equals(Locale.ENGLISH) ? Locale.UK : locale();
        return ListFormatter.getInstance(listed).format(new ArrayList<>(items));
    }
}
