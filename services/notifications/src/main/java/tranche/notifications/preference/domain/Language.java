package tranche.notifications.preference.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A language in which people are told. */
public enum Language {
    EN,
    FR;

    /** The name on the wire, for instance {@code en}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Both by their names on the wire. */
    public static Map<String, Language> byCode() {
        Map<String, Language> languages = new TreeMap<>();
        Arrays.stream(values()).forEach(language -> languages.put(language.code(), language));
        return languages;
    }
}
