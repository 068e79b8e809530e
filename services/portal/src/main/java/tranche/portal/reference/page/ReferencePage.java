package tranche.portal.reference.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.Pages;
import tranche.portal.frame.page.Readers;
import tranche.portal.reference.ApiDocument;
import tranche.portal.session.domain.Reader;

/** The page that a programmer reads before writing a client. The document is English; what stands around it, the reader's. */
@Controller(ReferencePage.PATH)
public final class ReferencePage {

    /** Where the page is. */
    public static final String PATH = "/api/docs";

    private final Pages pages;
    private final ApiDocument document;

    ReferencePage(Pages pages, ApiDocument document) {
        this.pages = pages;
        this.document = document;
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<?> show(HttpRequest<?> request) {
        Reader reader = Readers.of(request);
        Frame frame = pages.open(request, reader, pages.words(reader).say("reference.title"));
        return pages.page(request, "reference/reference.jte", new ReferenceModel(frame, document.reference()));
    }
}
