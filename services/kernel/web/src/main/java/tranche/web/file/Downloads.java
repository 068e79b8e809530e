package tranche.web.file;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.time.Instant;
import tranche.values.file.FileType;

/** Kept files as callers get them: to be stored and not to be shown, for what a browser would make of them is nobody's promise. */
public final class Downloads {

    private Downloads() {}

    /**
     * A file.
     *
     * @param sha256 its name
     * @param size in bytes
     * @param bytes closed once they are sent
     */
    public static HttpResponse<StreamedFile> answer(
            String sha256, FileType type, long size, Instant recordedAt, InputStream bytes) {
        StreamedFile content = new StreamedFile(bytes, MediaType.of(type.mediaType()), recordedAt.toEpochMilli(), size);
        return HttpResponse.ok(content)
                .header(HttpHeaders.ETAG, tag(sha256))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + sha256 + "." + type.ending() + "\"");
    }

    /** A file never changes, so its content is its version. */
    public static String tag(String sha256) {
        return "\"" + sha256 + "\"";
    }
}
