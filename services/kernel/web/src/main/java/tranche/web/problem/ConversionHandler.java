package tranche.web.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ConversionErrorHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a path whose id is none: there is no such object, exactly as with an id that nothing has. */
@Singleton
@Replaces(ConversionErrorHandler.class)
final class ConversionHandler implements ExceptionHandler<ConversionErrorException, HttpResponse<?>> {

    private final ProblemAnswers answers;

    ConversionHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is declared so
    public HttpResponse<?> handle(HttpRequest request, ConversionErrorException unreadable) {
        return answers.answer(request, Problem.notFound());
    }
}
