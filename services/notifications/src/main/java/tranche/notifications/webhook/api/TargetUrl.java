package tranche.notifications.webhook.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tranche.web.body.Body;
import tranche.world.http.PublicAddresses;

/**
 * Where somebody wants alerts sent. That it is on the open internet is asked again whenever something is sent: a name may stand
 * for another address by then.
 */
final class TargetUrl {

    private static final int MOST_CHARACTERS = 2_000;
    private static final int HTTPS = 443;

    /** Stands in for what is wrong; nothing is made of it. */
    private static final URI NONE = URI.create("https://example.invalid/");

    private TargetUrl() {}

    /**
     * Reads the field {@code url}.
     *
     * @param allowsPrivate whether an address may be named though it is not on the open internet
     */
    static URI read(Body body, Predicate<URI> allowsPrivate) {
        String text = body.text("url", MOST_CHARACTERS);
        if (body.isWrongSoFar()) {
            return NONE;
        }
        Optional<URI> url = parsed(text);
        if (url.isEmpty()) {
            body.find("url", "not-a-url");
            return NONE;
        }
        boolean allowPrivate = allowsPrivate.test(url.get());
        if (!allowPrivate && !isHttps(url.get())) {
            body.find("url", "https-needed");
        } else if (!allowPrivate && !PublicAddresses.mayHave(url.get().getHost())) {
            body.find("url", "address-not-public");
        }
        return url.get();
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI url = new URI(text);
            String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean isWhole = (scheme.equals("https") || scheme.equals("http"))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null;
            return isWhole ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static boolean isHttps(URI url) {
        return url.getScheme().equalsIgnoreCase("https") && (url.getPort() == -1 || url.getPort() == HTTPS);
    }
}
