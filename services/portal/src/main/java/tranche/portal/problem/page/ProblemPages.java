package tranche.portal.problem.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.Pages;
import tranche.portal.session.domain.Reader;
import tranche.portal.words.page.Words;
import tranche.web.problem.Problems;

/** Answers with a problem as a page. */
@Singleton
public final class ProblemPages {

    private static final String HOME = "/";

    private final Pages pages;

    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    /** There is nothing at this address for this reader: the same whether it does not exist or may not be seen. */
    public MutableHttpResponse<String> nothing(HttpRequest<?> request, Reader reader) {
        Words words = pages.words(reader);
        String title = words.say("problem.nothing");
        ProblemModel model = new ProblemModel(
                frame(request, reader, title),
                "not-found",
                HttpStatus.NOT_FOUND.getCode(),
                title,
                Optional.empty(),
                Optional.of(words.say("problem.nothing.remedy")),
                Optional.empty(),
                HOME);
        return pages.page(request, HttpStatus.NOT_FOUND, "problem/problem.jte", model);
    }

    /**
     * A request met a problem of the catalogue.
     *
     * @param facts of the case, for the places in its sentences; {@code reference} is told to whoever shall ask with it
     */
    MutableHttpResponse<String> met(
            HttpRequest<?> request, Reader reader, Problems.Entry entry, Map<String, Object> facts) {
        Words words = pages.words(reader);
        String title = entry.title().in(reader.locale(), facts);
        Optional<String> reference = Optional.ofNullable(facts.get("reference"))
                .map(known -> words.say("problem.reference", "reference", known.toString()));
        ProblemModel model = new ProblemModel(
                frame(request, reader, title),
                entry.code(),
                entry.status(),
                title,
                entry.detail().map(detail -> detail.in(reader.locale(), facts)).or(() -> reference),
                Optional.of(entry.remedy().in(reader.locale(), facts)),
                Optional.empty(),
                HOME);
        return pages.page(request, HttpStatus.valueOf(entry.status()), "problem/problem.jte", model);
    }

    private Frame frame(HttpRequest<?> request, Reader reader, String title) {
        return pages.open(request, reader, title);
    }
}
