package tranche.portal.frontdoor.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import tranche.portal.frontdoor.SigningKeys;

/** The public keys of the front door, for the services that check its tokens. */
@Controller("/.well-known")
final class JwksController {

    /** A service asks again for a key that it does not know; this only spares it asking twice. */
    private static final String KEPT = "public, max-age=60";

    private final SigningKeys keys;

    JwksController(SigningKeys keys) {
        this.keys = keys;
    }

    @Get("/jwks.json")
    HttpResponse<String> jwks() {
        return HttpResponse.ok(keys.jwks())
                .contentType(MediaType.of("application/jwk-set+json"))
                .header(HttpHeaders.CACHE_CONTROL, KEPT);
    }
}
