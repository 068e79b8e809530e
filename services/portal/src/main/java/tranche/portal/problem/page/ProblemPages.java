package tranche.portal.problem.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import tranche.portal.frame.page.Pages;
import tranche.portal.session.domain.Reader;
import tranche.portal.words.page.Words;

/** Answers with a problem as a page. */
@Singleton
public final class ProblemPages {

    private final Pages pages;

    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    /** There is nothing at this address for this reader: the same whether it does not exist or may not be seen. */
    public MutableHttpResponse<String> nothing(HttpRequest<?> request, Reader reader) {
        Words words = pages.words(reader);
        return page(
                request,
                reader,
                HttpStatus.NOT_FOUND,
                "not-found",
                words.say("problem.nothing"),
                Optional.empty(),
                Optional.of(words.say("problem.nothing.remedy")),
                Optional.empty());
    }

    /** The page could not be made. */
    public MutableHttpResponse<String> fault(HttpRequest<?> request, Reader reader, HttpStatus status) {
        Words words = pages.words(reader);
        return page(
                request,
                reader,
                status,
                "fault",
                words.say("problem.fault"),
                Optional.empty(),
                Optional.of(words.say("problem.fault.remedy")),
                Optional.empty());
    }

    /** Any problem. */
    public MutableHttpResponse<String> page(
            HttpRequest<?> request,
            Reader reader,
            HttpStatus status,
            String code,
            String title,
            Optional<String> detail,
            Optional<String> remedy,
            Optional<String> rule) {
        ProblemModel model = new ProblemModel(
                pages.open(request, reader, title), code, status.getCode(), title, detail, remedy, rule, "/");
        return pages.page(request, status, "problem/problem.jte", model);
    }
}
