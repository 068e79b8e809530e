package tranche.portal.frame.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What the page after a form knows of it: what was done, to be told once, and the place of the write, so that the page
 * waits for it. Both go in cookies that live half a minute, for the form answers 303 and nothing is kept between. Whoever asks
 * for a page with the header {@code Tranche-Position} instead is held to the API's contract before the page is asked.
 */
public final class Afterwards {

    private static final String SAID = "tranche-said";
    private static final String POSITION = "tranche-position";
    private static final String UNDO = "tranche-undo";
    private static final Duration LIFE = Duration.ofSeconds(30);

    private Afterwards() {}

    /** 303 to a page that shows what was done. */
    public static MutableHttpResponse<?> seeOther(String address, Optional<String> said, Optional<String> position) {
        MutableHttpResponse<?> answer = HttpResponse.seeOther(URI.create(address));
        said.ifPresent(key -> answer.cookie(cookie(SAID, key, LIFE)));
        position.ifPresent(place -> answer.cookie(cookie(POSITION, place, LIFE)));
        return answer;
    }

    /**
     * 303 to a page that offers to undo what was done.
     *
     * @param undo what the page has to send for it
     */
    public static MutableHttpResponse<?> undoable(String address, String undo, Optional<String> position) {
        return seeOther(address, Optional.empty(), position).cookie(cookie(UNDO, undo, LIFE));
    }

    /** What undoes the form before, if it can be undone and was sent just now. */
    public static Optional<String> undo(HttpRequest<?> request) {
        return read(request, UNDO);
    }

    /** The key of what was done by the form before, if a form was sent. */
    public static Optional<String> said(HttpRequest<?> request) {
        return read(request, SAID);
    }

    /** The place of the write before. */
    public static Optional<String> position(HttpRequest<?> request) {
        return read(request, POSITION);
    }

    /** Takes the cookies back: what was told is not told again. */
    static void forget(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        if (said(request).isPresent()) {
            answer.cookie(cookie(SAID, "", Duration.ZERO));
        }
        if (undo(request).isPresent()) {
            answer.cookie(cookie(UNDO, "", Duration.ZERO));
        }
    }

    private static Optional<String> read(HttpRequest<?> request, String name) {
        return Readers.cookie(request, name)
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .filter(value -> !value.isEmpty());
    }

    private static Cookie cookie(String name, String value, Duration life) {
        return Cookie.of(name, URLEncoder.encode(value, StandardCharsets.UTF_8))
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .maxAge(life);
    }
}
