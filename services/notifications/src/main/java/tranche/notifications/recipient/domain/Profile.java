package tranche.notifications.recipient.domain;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How somebody wants to be told.
 *
 * @param displayName empty until somebody has said it
 * @param language English or French: what mails and webhooks are written in
 * @param zone of the times in them, and of the quiet hours
 */
public record Profile(Optional<Sealed> displayName, Locale language, ZoneId zone) {

    /** Of whom nobody has said anything yet. */
    public static final Profile UNKNOWN = new Profile(Optional.empty(), Locale.ENGLISH, ZoneId.of("UTC"));

    /** What people are told in, by the names on the wire. */
    public static final Map<String, Locale> LANGUAGES =
            Collections.unmodifiableMap(new TreeMap<>(Map.of("en", Locale.ENGLISH, "fr", Locale.FRENCH)));

    /**
     * What is said of somebody; what is empty stays as it was.
     *
     * @param zone an IANA name
     */
    public record Changes(Optional<Sealed> displayName, Optional<Locale> language, Optional<ZoneId> zone) {

        /** Whether nothing is said. */
        public boolean none() {
            return displayName.isEmpty() && language.isEmpty() && zone.isEmpty();
        }
    }

    public Profile {
        zone = zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }

    /** What is news where somebody says both. */
    public Changes news(Locale saidLanguage, ZoneId saidZone) {
        Profile said = new Profile(displayName, saidLanguage, saidZone);
        return new Changes(
                Optional.empty(),
                Optional.of(said.language()).filter(one -> !one.equals(language)),
                Optional.of(said.zone()).filter(one -> !one.equals(zone)));
    }

    Profile with(Changes changes) {
        return new Profile(
                changes.displayName().or(() -> displayName),
                changes.language().orElse(language),
                changes.zone().orElse(zone));
    }
}
