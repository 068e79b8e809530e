package tranche.notifications.recipient.domain;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * How somebody wants to be told.
 *
 * @param displayName empty until somebody has said it
 * @param language English or French: what mails are written in
 * @param zone of the times in them
 */
public record Profile(Optional<Sealed> displayName, Locale language, ZoneId zone) {

    /** Of whom nobody has said anything yet. */
    public static final Profile UNKNOWN = new Profile(Optional.empty(), Locale.ENGLISH, ZoneId.of("UTC"));

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

    Profile with(Changes changes) {
        return new Profile(
                changes.displayName().or(() -> displayName),
                changes.language().orElse(language),
                changes.zone().orElse(zone));
    }
}
