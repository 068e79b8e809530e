package tranche.portal.frame.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import tranche.portal.session.domain.Reader;
import tranche.portal.session.domain.Theme;
import tranche.web.problem.Languages;

/**
 * How a request wants to be answered: by the language of a link, by the cookies of the switches, else by the browser's languages, else in English,
 * after the system's theme, in UTC.
 */
public final class Readers {

    /** Cookie of the language switch. */
    public static final String LANGUAGE = "tranche-language";
    /** In the address of a link that says in which language it is to be read; it changes nothing for later. */
    private static final String LANGUAGE_OF_LINK = "language";

    /** Cookie of the theme switch. */
    public static final String THEME = "tranche-theme";
    /** Cookie of the time zone. */
    public static final String ZONE = "tranche-zone";

    private Readers() {}

    /** The reader of a request. */
    public static Reader of(HttpRequest<?> request) {
        return new Reader(locale(request), theme(request), zone(request));
    }

    private static Locale locale(HttpRequest<?> request) {
        Optional<String> chosen =
                request.getParameters().getFirst(LANGUAGE_OF_LINK).or(() -> cookie(request, LANGUAGE));
        for (Locale locale : Reader.LOCALES) {
            if (chosen.filter(locale.getLanguage()::equals).isPresent()) {
                return locale;
            }
        }
        return Languages.of(request);
    }

    private static Theme theme(HttpRequest<?> request) {
        return cookie(request, THEME).flatMap(Theme::of).orElse(Theme.SYSTEM);
    }

    private static ZoneId zone(HttpRequest<?> request) {
        return cookie(request, ZONE)
                .map(id -> id.replace("%2F", "/"))
                .flatMap(Zones::of)
                .orElse(Zones.UTC);
    }

    static Optional<String> cookie(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue);
    }
}
