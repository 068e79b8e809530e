package tranche.portal.problem.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import tranche.portal.frame.page.Readers;
import tranche.portal.session.domain.Reader;
import tranche.web.problem.Problems;

/** What an error of the API means and what to do: the page at the address that the error names as its type. */
@Controller("/problems")
public final class ProblemTypePage {

    private final Problems problems;
    private final ProblemPages pages;

    ProblemTypePage(Problems problems, ProblemPages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    /** One entry of the catalogue. */
    @Get(value = "/{code}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> explain(HttpRequest<?> request, @PathVariable String code) {
        Reader reader = Readers.of(request);
        return problems.entry(code)
                .<HttpResponse<?>>map(entry -> pages.explained(request, reader, entry))
                .orElseGet(() -> pages.nothing(request, reader));
    }
}
