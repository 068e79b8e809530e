package tranche.portal.problem.page;

import io.micronaut.http.HttpMethod;
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
                Optional.empty(),
                HOME);
        return pages.page(request, HttpStatus.NOT_FOUND, "problem/problem.jte", model);
    }

    /**
     * A request met a problem of the catalogue.
     *
     * @param facts of the case, for the places in its sentences
     */
    MutableHttpResponse<String> met(
            HttpRequest<?> request, Reader reader, Problems.Entry entry, Map<String, Object> facts) {
        String title = entry.title().in(reader.locale(), facts);
        ProblemModel model = new ProblemModel(
                frame(request, reader, title),
                entry.code(),
                entry.status(),
                title,
                entry.detail().map(detail -> detail.in(reader.locale(), facts)),
                Optional.of(entry.remedy().in(reader.locale(), facts)),
                Optional.empty(),
                Optional.empty(),
                HOME);
        return pages.page(request, HttpStatus.valueOf(entry.status()), "problem/problem.jte", model);
    }

    /**
     * A part of the system was away or broken, or had too much to do: no fault of the reader, who is told what is so and where
     * to try again.
     *
     * @param reference under which the log tells more; empty where there is no more to tell
     */
    MutableHttpResponse<String> away(
            HttpRequest<?> request, Reader reader, Problems.Entry entry, Optional<String> reference) {
        Words words = pages.words(reader);
        HttpStatus status = HttpStatus.valueOf(entry.status());
        String key = switch (status) {
            case TOO_MANY_REQUESTS -> "problem.busy";
            case INTERNAL_SERVER_ERROR -> "problem.broken";
            default -> "problem.away";
        };
        boolean read = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        boolean sent = key.equals("problem.away") && !read;
        Frame frame = frame(request, reader, words.say(key));
        ProblemModel model = new ProblemModel(
                frame,
                entry.code(),
                entry.status(),
                words.say(key),
                Optional.of(words.say(sent ? "problem.away.sent" : key + ".lede")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ProblemModel.Away(
                        read ? Optional.of(frame.address()) : Optional.empty(),
                        reference.map(known -> words.say("problem.reference", "reference", known)))),
                HOME);
        return pages.page(request, status, "problem/problem.jte", model);
    }

    private Frame frame(HttpRequest<?> request, Reader reader, String title) {
        return pages.open(request, reader, title);
    }
}
