package tranche.commitments.document.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.util.Map;
import tranche.commitments.document.domain.Document;
import tranche.commitments.document.domain.Subject;
import tranche.flow.writer.Answer;
import tranche.web.file.Downloads;
import tranche.web.json.JsonObject;

/** Documents as callers get them. */
final class DocumentAnswers {

    static final String PATH = "/api/v1/documents";

    private DocumentAnswers() {}

    /** The document that was made or, where it was there before, is found (200). */
    static Answer named(Document document, boolean isNew) {
        return new Answer(
                (isNew ? HttpStatus.CREATED : HttpStatus.OK).getCode(),
                Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        MediaType.APPLICATION_JSON,
                        HttpHeaders.ETAG,
                        Downloads.tag(document.sha256()),
                        HttpHeaders.LOCATION,
                        PATH + "/" + document.sha256()),
                json(document).bytes());
    }

    private static JsonObject json(Document document) {
        Subject about = document.about();
        return JsonObject.empty()
                .put("sha256", document.sha256())
                .put("size", document.size())
                .put("contentType", document.type().mediaType())
                .put("kind", document.kind())
                .put("about", JsonObject.empty().put(about.type().field(), about.id()))
                .put("addedBy", document.maker().account())
                .put("recordedAt", document.recordedAt());
    }
}
