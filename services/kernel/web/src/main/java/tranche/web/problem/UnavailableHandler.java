package tranche.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import tranche.flow.writer.Unavailable;

/** Answers a request for which the database was away. */
@Singleton
final class UnavailableHandler implements ExceptionHandler<Unavailable, HttpResponse<?>> {

    /** A restart or a change of the leading server takes a few seconds. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ProblemAnswers answers;

    UnavailableHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is declared so
    public HttpResponse<?> handle(HttpRequest request, Unavailable away) {
        return answers.answer(request, Problem.later(RequestRefusal.UNAVAILABLE, RETRY));
    }
}
