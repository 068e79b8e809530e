package tranche.portal.session.domain;

import java.util.Locale;
import java.util.Optional;

/** How bright the pages are: as the reader's system says until a theme is chosen. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The name in cookies and in the markup, for instance {@code dark}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of a name in a cookie or a form; empty where the name is none. */
    public static Optional<Theme> of(String code) {
        for (Theme theme : values()) {
            if (theme.code().equals(code)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }
}
