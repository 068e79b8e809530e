package tranche.portal.session;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import tranche.portal.account.domain.OpaqueSecret;

/**
 * The cookie that opens a session. Over https it is bound to the host ({@code __Host-}, Secure); plain http is served on
 * loopback only, where some browsers keep neither.
 */
@Singleton
public final class SessionCookie {

    private static final String NAME = "tranche_session";

    private final boolean secure;

    SessionCookie(@Value("${tranche.origin}") String origin) {
        this.secure = origin.startsWith("https:");
    }

    /** The secret that a browser sent; empty where it sent none. */
    public Optional<OpaqueSecret> of(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(name())
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(OpaqueSecret::new);
    }

    /** Gives a browser its secret; the browser forgets it when it is closed. */
    public void give(MutableHttpResponse<?> response, OpaqueSecret secret) {
        response.cookie(cookie(secret.text()));
    }

    /** Takes the secret away. */
    public void take(MutableHttpResponse<?> response) {
        response.cookie(cookie("").maxAge(Duration.ZERO));
    }

    private Cookie cookie(String value) {
        return Cookie.of(name(), value).path("/").httpOnly(true).secure(secure).sameSite(SameSite.Lax);
    }

    private String name() {
        return secure ? "__Host-" + NAME : NAME;
    }
}
