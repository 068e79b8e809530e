package tranche.portal.session.domain;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * How somebody reads a page, signed in or not.
 *
 * @param locale one of {@link #LOCALES}
 * @param zone in which times are shown, with its name beside them where it is not obvious
 */
public record Reader(Locale locale, Theme theme, ZoneId zone) {

    /** The languages in which every sentence exists, the first being the default. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.FRENCH);

    public Reader {
        if (!LOCALES.contains(locale)) {
            throw new IllegalArgumentException("no page is written in " + locale);
        }
    }

    public boolean readsFrench() {
        return locale.equals(Locale.FRENCH);
    }
}
