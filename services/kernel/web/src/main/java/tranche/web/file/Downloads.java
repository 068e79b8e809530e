package tranche.web.file;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import tranche.values.file.FileType;

/** Kept files as callers get them: to be stored and not to be shown, for what a browser would make of them is nobody's promise. */
public final class Downloads {

    /** What has no place between quotes of a header, and what some programs read as a number of a byte. */
    private static final Pattern OUTSIDE_ASCII = Pattern.compile("[^ -~]|[\"\\\\%]");

    private Downloads() {}

    /**
     * A file.
     *
     * @param sha256 under which it is kept
     * @param name what its submitter calls it, which a browser offers to store it under
     * @param size in bytes
     * @param bytes closed once they are sent
     */
    public static HttpResponse<StreamedFile> answer(
            String sha256, Optional<String> name, FileType type, long size, Instant recordedAt, InputStream bytes) {
        StreamedFile content = new StreamedFile(bytes, MediaType.of(type.mediaType()), recordedAt.toEpochMilli(), size);
        return HttpResponse.ok(content)
                .header(HttpHeaders.ETAG, tag(sha256))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(sha256, name, type));
    }

    /**
     * The name for the file (RFC 6266), in ASCII and, where that is less than all of it, in full (RFC 8187). An ending that the
     * bytes do not bear out is followed by the right one: nobody opens a page or a program that came as a photograph.
     */
    private static String disposition(String sha256, Optional<String> name, FileType type) {
        String full = name.map(given -> type.isEndingOf(given) ? given : given + "." + type.ending())
                .orElse(sha256 + "." + type.ending());
        String plain = OUTSIDE_ASCII.matcher(full).replaceAll("_");
        String header = "attachment; filename=\"" + plain + "\"";
        return plain.equals(full) ? header : header + "; filename*=UTF-8''" + encoded(full);
    }

    /** Every byte but letters, digits and a few marks by its number. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** A file never changes, so its content is its version. */
    public static String tag(String sha256) {
        return "\"" + sha256 + "\"";
    }
}
