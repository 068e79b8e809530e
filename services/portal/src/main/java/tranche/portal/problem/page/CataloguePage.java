package tranche.portal.problem.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import java.util.Locale;
import java.util.Map;
import tranche.portal.frame.page.Pages;
import tranche.portal.frame.page.Readers;
import tranche.portal.reference.ApiDocument;
import tranche.portal.session.domain.Reader;
import tranche.web.problem.Problems;

/** The catalogue of refusals as pages: one for each code, to which every problem document points, and one with all of them. */
@Controller("/problems")
final class CataloguePage {

    private final Problems catalogue;
    private final ApiDocument document;
    private final Pages pages;
    private final ProblemPages problems;

    CataloguePage(Problems catalogue, ApiDocument document, Pages pages, ProblemPages problems) {
        this.catalogue = catalogue;
        this.document = document;
        this.pages = pages;
        this.problems = problems;
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<?> all(HttpRequest<?> request) {
        Reader reader = Readers.of(request);
        String title = pages.words(reader).say("problem.catalogue");
        var lines = catalogue.codes().stream()
                .flatMap(code -> catalogue.entry(code).stream())
                .map(entry -> new CatalogueModel.Line(
                        entry.code(), entry.status(), entry.title().in(reader.locale(), Map.of())))
                .toList();
        return pages.page(
                request, "problem/catalogue.jte", new CatalogueModel(pages.open(request, reader, title), lines));
    }

    @Get(value = "/{code}", produces = MediaType.TEXT_HTML)
    HttpResponse<?> one(HttpRequest<?> request, @PathVariable String code) {
        Reader reader = Readers.of(request);
        return catalogue
                .entry(code)
                .map(entry -> pages.page(request, "problem/meaning.jte", meaning(request, reader, entry)))
                .orElseGet(() -> problems.nothing(request, reader));
    }

    private MeaningModel meaning(HttpRequest<?> request, Reader reader, Problems.Entry entry) {
        Locale language = reader.locale();
        String title = entry.title().in(language, Map.of());
        return new MeaningModel(
                pages.open(request, reader, title),
                entry.code(),
                entry.status(),
                title,
                entry.detail().map(detail -> detail.in(language, Map.of())),
                entry.remedy().in(language, Map.of()),
                entry.rule(),
                document.reference().refusedWith(entry.code()));
    }
}
