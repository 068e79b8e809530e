package tranche.portal.frame.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import tranche.portal.founding.DemoProgress;
import tranche.portal.session.domain.Visitor;

/** The line that says how far the demo's data has come in, asked for anew by the pages that show it. */
@Controller
final class LoadingPart {

    private final Pages pages;
    private final DemoProgress demo;

    LoadingPart(Pages pages, DemoProgress demo) {
        this.pages = pages;
        this.demo = demo;
    }

    @Get(value = "/demo-progress", produces = MediaType.TEXT_HTML)
    HttpResponse<String> progress(Visitor visitor) {
        return HttpResponse.ok(pages.render(
                        "frame/loading.jte", Map.of("words", pages.words(visitor.reader()), "loading", demo.present())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
