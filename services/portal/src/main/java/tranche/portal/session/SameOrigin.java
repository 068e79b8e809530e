package tranche.portal.session;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Whether a request was sent by a page of this portal: by Fetch Metadata, which every present browser sends, else by
 * {@code Origin}. A request with neither was not sent by a browser's page.
 */
public final class SameOrigin {

    private SameOrigin() {}

    public static boolean holds(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin == null) {
            return true;
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
