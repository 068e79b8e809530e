package tranche.portal.frame.page;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that pages load: the sheet, the scripts, the icons and the type.
 *
 * <p>Their address carries a hash over all of them, so they are kept for ever by whoever loads them and a new release is
 * seen at once. Bootstrap's reboot and htmx come from their WebJars unchanged; the reboot goes into the sheet's lowest
 * layer, so that every rule of our own wins over it.
 */
@Singleton
public final class Assets {

    private static final String OURS = "/tranche/portal/static/";
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final MediaType WOFF2 = new MediaType("font/woff2");
    private static final MediaType SVG = new MediaType("image/svg+xml");
    private static final MediaType SCRIPT = new MediaType("text/javascript; charset=utf-8");
    private static final MediaType SHEET = new MediaType("text/css; charset=utf-8");
    private static final MediaType TEXT = new MediaType("text/plain; charset=utf-8");

    private final Map<String, StaticFile> files = new TreeMap<>();
    private final String hash;

    /**
     * A file as it is sent.
     *
     * @param content its bytes, not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, sent as they are, never compared
    public record StaticFile(MediaType type, byte[] content) {}

    public Assets() {
        files.put("tranche.css", new StaticFile(SHEET, sheet()));
        files.put("tranche.js", new StaticFile(SCRIPT, read(OURS + "tranche.js")));
        files.put("htmx.js", new StaticFile(SCRIPT, read(WEBJARS + "htmx.org/2.0.7/dist/htmx.min.js")));
        files.put("sse.js", new StaticFile(SCRIPT, read(WEBJARS + "htmx-ext-sse/2.2.2/sse.js")));
        files.put("icons.svg", new StaticFile(SVG, read(OURS + "icons.svg")));
        files.put("land.svg", new StaticFile(SVG, read(OURS + "land.svg")));
        files.put("world-atlas.txt", new StaticFile(TEXT, read(OURS + "licences/world-atlas.txt")));
        files.put("mark.svg", new StaticFile(SVG, read(OURS + "mark.svg")));
        files.put("inter-latin.woff2", new StaticFile(WOFF2, read(OURS + "inter-latin.woff2")));
        files.put("inter-latin-ext.woff2", new StaticFile(WOFF2, read(OURS + "inter-latin-ext.woff2")));
        files.put("inter.txt", new StaticFile(TEXT, read(OURS + "licences/inter.txt")));
        files.put("tabler-icons.txt", new StaticFile(TEXT, read(OURS + "licences/tabler-icons.txt")));
        hash = hash(files);
    }

    /** The address of a file. */
    public String at(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("no static file " + name);
        }
        return "/static/" + hash + "/" + name;
    }

    /** The address of an icon in the sprite. */
    public String icon(String name) {
        return at("icons.svg") + "#" + name;
    }

    /** The hash that stands in the addresses. */
    public String hash() {
        return hash;
    }

    /** The file of a name; empty where there is none. */
    public Optional<StaticFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static byte[] sheet() {
        String reboot = new String(
                        read(WEBJARS + "bootstrap/5.3.8/css/bootstrap-reboot.min.css"), StandardCharsets.UTF_8)
                .replace("@charset \"UTF-8\";", "")
                .replaceAll("(?s)/\\*# sourceMappingURL.*?\\*/", "");
        String own = new String(read(OURS + "tranche.css"), StandardCharsets.UTF_8);
        return ("@layer base,tokens,ui;\n@layer base{" + reboot + "}\n" + own).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String path) {
        try (InputStream in = Assets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no file at " + path);
            }
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String hash(Map<String, StaticFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(file -> digest.update(file.content()));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
