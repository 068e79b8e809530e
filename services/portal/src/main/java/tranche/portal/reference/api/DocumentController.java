package tranche.portal.reference.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import tranche.portal.reference.ApiDocument;

/** The API document for programs; it holds no secret, so nobody has to sign in for it. */
@Controller(DocumentController.PATH)
public final class DocumentController {

    /** Where the document is. */
    public static final String PATH = "/api/v1/openapi.yaml";

    /** A new release is seen within minutes. */
    private static final String KEPT = "public, max-age=300";

    private final ApiDocument document;

    DocumentController(ApiDocument document) {
        this.document = document;
    }

    @Get
    HttpResponse<String> document() {
        return HttpResponse.ok(document.text())
                .contentType(MediaType.of("application/yaml"))
                .header(HttpHeaders.CACHE_CONTROL, KEPT);
    }
}
