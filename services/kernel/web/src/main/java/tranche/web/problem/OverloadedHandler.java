package tranche.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import tranche.flow.writer.Overloaded;

/** Answers a command that a full lane did not take: nothing is lost, it may be sent again. */
@Singleton
final class OverloadedHandler implements ExceptionHandler<Overloaded, HttpResponse<?>> {

    private final ProblemAnswers answers;

    OverloadedHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is declared so
    public HttpResponse<?> handle(HttpRequest request, Overloaded overloaded) {
        return answers.answer(request, Problem.later(RequestRefusal.UNAVAILABLE, overloaded.retryAfter()));
    }
}
