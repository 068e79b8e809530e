package tranche.portal.frame.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of pages. */
public final class Addresses {

    private Addresses() {}

    /** An address of this portal as it was sent by a form, or the home page where it leads elsewhere. */
    public static String own(String address) {
        boolean path = address.startsWith("/") && !address.startsWith("//") && !address.startsWith("/\\");
        return path && parses(address) ? address : "/";
    }

    /** A path with its query; parts that are empty are left out. */
    public static String with(String path, Map<String, String> query) {
        String text = query.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? path : path + "?" + text;
    }

    private static boolean parses(String address) {
        try {
            URI uri = new URI(address);
            return !uri.isAbsolute() && uri.getHost() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
