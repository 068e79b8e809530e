package tranche.portal.frame.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * What every page forbids the browser (reliability §9.4): nothing from elsewhere, nothing inline, no frame around it, and
 * no text that becomes markup but through the one policy of our own script.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PageHeaders {

    /** The policy; its parts are those of the design, and the type that we serve ourselves. */
    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types tranche default");

    @ResponseFilter
    void guard(MutableHttpResponse<?> answer) {
        answer.header("X-Content-Type-Options", "nosniff");
        if (answer.getContentType().filter(PageHeaders::isHtml).isEmpty()) {
            return;
        }
        answer.header("Content-Security-Policy", POLICY)
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Referrer-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
                .header("X-Frame-Options", "DENY");
        if (!answer.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isHtml(MediaType type) {
        return type.getName().startsWith(MediaType.TEXT_HTML);
    }
}
