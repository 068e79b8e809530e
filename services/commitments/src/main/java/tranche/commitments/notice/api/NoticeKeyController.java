package tranche.commitments.notice.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.stream.Collectors;
import tranche.commitments.notice.domain.PublishedKey;
import tranche.commitments.notice.store.NoticeKeyViews;

/** The public keys of notices where they are made; the portal has them from what this service tells. */
@Controller("/.well-known")
final class NoticeKeyController {

    /** A new key is there for whoever asks a minute later. */
    private static final String KEPT = "public, max-age=60";

    private final NoticeKeyViews keys;

    NoticeKeyController(NoticeKeyViews keys) {
        this.keys = keys;
    }

    @Get("/jwks.json")
    HttpResponse<String> jwks() {
        String set = keys.all().stream().map(PublishedKey::jwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        return HttpResponse.ok(set)
                .contentType(MediaType.of("application/jwk-set+json"))
                .header(HttpHeaders.CACHE_CONTROL, KEPT);
    }
}
