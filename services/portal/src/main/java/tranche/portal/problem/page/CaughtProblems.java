package tranche.portal.problem.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.portal.frame.page.Readers;
import tranche.portal.session.domain.Reader;
import tranche.web.problem.ProblemAnswers.Told;
import tranche.web.problem.ProblemPage;
import tranche.web.problem.Problems;
import tranche.world.ids.Ids;

/**
 * A problem that no page expected, told to a person: in the language that the pages are read in, which may be another than
 * the browser's.
 */
@Singleton
final class CaughtProblems implements ProblemPage {

    private static final Logger LOG = LoggerFactory.getLogger(CaughtProblems.class);

    private final Problems problems;
    private final ProblemPages pages;
    private final Ids ids;

    CaughtProblems(Problems problems, ProblemPages pages, Ids ids) {
        this.problems = problems;
        this.pages = pages;
        this.ids = ids;
    }

    @Override
    public MutableHttpResponse<?> render(HttpRequest<?> request, Told told) {
        Reader reader = Readers.of(request);
        if (told.status() == HttpStatus.NOT_FOUND.getCode()) {
            return pages.nothing(request, reader);
        }
        Problems.Entry entry = problems.entry(told.code())
                .orElseThrow(() -> new IllegalStateException("no entry in the catalogue: " + told.code()));
        if (entry.status() == HttpStatus.TOO_MANY_REQUESTS.getCode()) {
            return pages.away(request, reader, entry, Optional.empty());
        }
        return entry.status() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                ? pages.away(request, reader, entry, Optional.of(reference(request, told)))
                : pages.met(request, reader, entry, told.facts());
    }

    /** A defect is in the log already; what else is told with a reference is found there by it too. */
    private String reference(HttpRequest<?> request, Told told) {
        Object known = told.facts().get("reference");
        if (known != null) {
            return known.toString();
        }
        String reference = ids.next().toString();
        LOG.warn(
                "reference={} code={} method={} path={}",
                reference,
                told.code(),
                request.getMethodName(),
                request.getPath());
        return reference;
    }
}
