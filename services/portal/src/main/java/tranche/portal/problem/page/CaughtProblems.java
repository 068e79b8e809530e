package tranche.portal.problem.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import tranche.portal.frame.page.Readers;
import tranche.portal.session.domain.Reader;
import tranche.web.problem.ProblemAnswers.Told;
import tranche.web.problem.ProblemPage;
import tranche.web.problem.Problems;

/**
 * A problem that no page expected, told to a person: in the language that the pages are read in, which may be another than
 * the browser's.
 */
@Singleton
final class CaughtProblems implements ProblemPage {

    private final Problems problems;
    private final ProblemPages pages;

    CaughtProblems(Problems problems, ProblemPages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @Override
    public MutableHttpResponse<?> render(HttpRequest<?> request, Told told) {
        Reader reader = Readers.of(request);
        if (told.status() == HttpStatus.NOT_FOUND.getCode()) {
            return pages.nothing(request, reader);
        }
        Problems.Entry entry = problems.entry(told.code())
                .orElseThrow(() -> new IllegalStateException("no entry in the catalogue: " + told.code()));
        return pages.met(request, reader, entry, told.facts());
    }
}
