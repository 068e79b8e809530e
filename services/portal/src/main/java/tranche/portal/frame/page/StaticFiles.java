package tranche.portal.frame.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

/** Serves the files of the pages: for ever under the current hash, for no time under that of another release. */
@Controller("/static")
public final class StaticFiles {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    StaticFiles(Assets assets) {
        this.assets = assets;
    }

    /** A file; 404 where there is none of the name. */
    @Get("/{hash}/{name}")
    public HttpResponse<?> file(@PathVariable String hash, @PathVariable String name) {
        boolean current = hash.equals(assets.hash());
        return assets.file(name)
                .<HttpResponse<?>>map(file -> HttpResponse.ok(file.content())
                        .contentType(file.type())
                        .header(HttpHeaders.CACHE_CONTROL, current ? FOR_EVER : "no-cache")
                        .header("Cross-Origin-Resource-Policy", "same-origin"))
                .orElseGet(HttpResponse::notFound);
    }
}
