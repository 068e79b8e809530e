package tranche.portal.frame.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tranche.portal.session.domain.Reader;
import tranche.portal.session.domain.Theme;

/**
 * The switches of language, theme and time zone. They work for whoever has not signed in, and change nothing but cookies of the
 * browser, which the server reads so that the page is right from its first byte.
 */
@Controller("/look")
final class LookPage {

    private static final Duration A_YEAR = Duration.ofDays(365);

    /** The switches stand on every page and have none of their own. */
    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> nowhere() {
        return HttpResponse.seeOther(URI.create("/"));
    }

    /** Switches and goes back to where the switch was. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> look(HttpRequest<?> request, @Body Map<String, String> form) {
        MutableHttpResponse<?> answer = HttpResponse.seeOther(back(form));
        theme(form).ifPresent(theme -> answer.cookie(kept(request, Readers.THEME, theme.code())));
        language(form).ifPresent(locale -> answer.cookie(kept(request, Readers.LANGUAGE, locale.getLanguage())));
        Zones.of(form.getOrDefault("zone", ""))
                .ifPresent(zone -> answer.cookie(kept(request, Readers.ZONE, zone.getId())));
        return answer;
    }

    private static Optional<Theme> theme(Map<String, String> form) {
        return Optional.ofNullable(form.get("theme")).flatMap(Theme::of);
    }

    private static Optional<Locale> language(Map<String, String> form) {
        String asked = form.getOrDefault("language", "");
        return Reader.LOCALES.stream()
                .filter(locale -> locale.getLanguage().equals(asked))
                .findFirst();
    }

    private static URI back(Map<String, String> form) {
        return URI.create(Addresses.own(form.getOrDefault("back", "/")));
    }

    private static Cookie kept(HttpRequest<?> request, String name, String value) {
        return Cookie.of(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Lax)
                .maxAge(A_YEAR);
    }
}
